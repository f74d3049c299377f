#include <algorithm>

#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/intervals.hpp>
#include <lianxi/records/alliance.hpp>

namespace lianxi {
namespace {

/// Whether the policy's interval, which it is on the first day, is this one on every other: it can
/// only change on the first day of an entry of the policy.
bool holds_throughout(const Book& book, const SpanOfTime& interval) {
  return std::ranges::all_of(book.alliance()->policy, [&](const Policy& entry) {
    return !entry.from || *entry.from <= interval.first() || *entry.from > interval.last() ||
           span_of(*book.policy_on(*entry.from).interval) == interval.span;
  });
}

}  // namespace

std::vector<SpanOfTime> intervals_until(const Book& book, Date last) {
  std::vector<SpanOfTime> intervals;
  const auto founded = book.founded();
  if (!founded) return intervals;
  // Months are the smallest steps at which an interval of any length can begin.
  for (auto month = SpanOfTime::containing(*founded, Span::month).next(); month.first() <= last;
       month = month.next()) {
    const Span span = span_of(*book.policy_on(month.first()).interval);
    const auto interval = SpanOfTime::containing(month.first(), span);
    const bool begins = interval.first() == month.first();
    if (begins && interval.last() <= last && holds_throughout(book, interval))
      intervals.push_back(interval);
  }
  return intervals;
}

}  // namespace lianxi
