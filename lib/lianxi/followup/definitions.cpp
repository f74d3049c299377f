// The definitions that rules and reports use one by one.
#include <algorithm>
#include <iterator>

#include <lianxi/base/unreadable.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/membership.hpp>
#include <lianxi/followup/status_words.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/units.hpp>

namespace lianxi LIANXI_EXPORT {

std::string_view word_of(ReportStatus status) {
  return report_status_words[std::size_t(status)].word;
}

std::string_view word_of(Presence presence) { return presence_words[std::size_t(presence)].word; }

std::string_view word_of(ResolutionStatus status) {
  return resolution_status_words[std::size_t(status)].word;
}

std::string_view word_of(Light light) {
  constexpr std::string_view words[] = {"", "blue", "yellow", "red"};
  static_assert(std::size(words) == std::size_t(Light::red) + 1);
  return words[std::size_t(light)];
}

// ---- single definitions ---------------------------------------------------------

bool counts(const Meeting& meeting, Date as_of) {
  if (!meeting.id || !meeting.date) return false;
  return !meeting.cancelled.given() || (meeting.cancelled_on && *meeting.cancelled_on > as_of);
}

bool is_held(const Meeting& meeting, Date as_of) {
  return counts(meeting, as_of) && *meeting.date <= as_of;
}

bool is_known(const Meeting& meeting, Date as_of) {
  if (!counts(meeting, as_of)) return false;
  if (*meeting.date <= as_of || !meeting.notice || !meeting.notice->date) return true;
  return *meeting.notice->date <= as_of;
}

Span span_of(Interval interval) {
  switch (interval) {
    case Interval::month:
      return Span::month;
    case Interval::quarter:
      return Span::quarter;
    case Interval::half_year:
      return Span::half_year;
    case Interval::year:
      break;
  }
  return Span::year;
}

/// The last change dated by a day that says what changed; of several on one day the
/// later in the list.
template <class Change, class Value>
static const Change* last_change(const List<Change>& changes, Value Change::*value, Date day) {
  const Change* last = nullptr;
  for (const Change& change : changes)
    if (change.*value && change.date && *change.date <= day &&
        (!last || *change.date >= *last->date))
      last = &change;
  return last;
}

std::string_view lead_on(const Resolution& resolution, Date day) {
  const Transfer* transfer = last_change(resolution.transfers, &Transfer::lead, day);
  return transfer ? *transfer->lead : resolution.lead.value_or("");
}

const Revision* revision_in_force(const Resolution& resolution, Date day) {
  return last_change(resolution.revisions, &Revision::due, day);
}

std::optional<Date> due_on(const Resolution& resolution, Date day) {
  const Revision* revision = revision_in_force(resolution, day);
  const auto& due = revision ? revision->due : resolution.due;
  return due ? std::optional(*due) : std::nullopt;
}

bool is_behind(const Stage& stage, Date as_of) {
  if (!stage.due || *stage.due >= as_of || is_unreadable(stage.done)) return false;
  return !stage.done || *stage.done > as_of;
}

bool is_member_within(const Book& book, const Unit& unit, const Scope& scope) {
  const auto joined = unit.joined ? std::optional(*unit.joined) : book.founded();
  // The first day of the scope on which it could be one.
  std::optional<Date> first = scope.from;
  if (joined && (!first || *first < *joined)) first = joined;
  if (!first)
    return unit.role.value_or(Role::member) == Role::member &&
           (!unit.left || book.is_member(unit, *unit.left - 1));
  return *first <= scope.to && book.is_member(unit, *first);
}

std::vector<Membership> memberships_in(const Book& book) {
  std::vector<Membership> all;
  for (const Unit& unit : book.units) {
    if (!unit.id || unit.role.value_or(Role::member) != Role::member) continue;
    const auto since = unit.joined ? std::optional(*unit.joined) : book.founded();
    const auto until = unit.left ? std::optional(*unit.left) : std::nullopt;
    if (!since || !until || *since < *until) all.push_back({*unit.id, since, until});
  }
  return all;
}

bool minutes_sent_to(const Book& book, const Meeting& meeting, const Unit& unit, Date as_of) {
  if (!meeting.minutes || !unit.id) return false;
  const Minutes& minutes = *meeting.minutes;
  for (const Resent& resent : minutes.resent)
    if (resent.unit && *resent.unit == *unit.id && resent.date && *resent.date <= as_of)
      return true;
  if (!minutes.issued || *minutes.issued > as_of) return false;
  if (!minutes.to.given()) return meeting.date && book.is_member(unit, *meeting.date);
  return std::ranges::any_of(minutes.to, [&](const auto& to) { return *to == *unit.id; });
}

}  // namespace lianxi
