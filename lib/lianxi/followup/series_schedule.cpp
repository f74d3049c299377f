#include <unordered_map>

#include <lianxi/base/unreadable.hpp>
#include <lianxi/followup/counted_event.hpp>
#include <lianxi/followup/series_schedule.hpp>
#include <lianxi/records/series.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// A month as one number, to count in and to look up.
int number_of_month(Date day) { return day.year() * 12 + day.month(); }

/// The sessions of all series, by month.
class Sessions {
 public:
  explicit Sessions(const Book& book) {
    for (const Event& event : book.events) {
      const auto day = last_day(event);
      if (!event.series || !day) continue;
      by_series_[*event.series][number_of_month(*day)] += sessions_of(event);
    }
  }

  std::int64_t within(const SpanOfTime& span, std::string_view series) const {
    const auto months = by_series_.find(series);
    if (months == by_series_.end()) return 0;
    Count sum;
    for (int month = number_of_month(span.first()); month <= number_of_month(span.last()); ++month)
      if (const auto at = months->second.find(month); at != months->second.end()) sum += at->second;
    return sum.value;
  }

 private:
  std::unordered_map<std::string_view, std::unordered_map<int, Count>> by_series_;
};

/// How often a series was to take place in a span that ends with the month judged.
struct Asked {
  SpanOfTime span;
  Frequency every;
  int sessions;
};

bool contains(const ScheduleEntry& entry, const SpanOfTime& span) {
  return entry.every && entry.from && *entry.from <= span.first() && !is_unreadable(entry.until) &&
         (!entry.until || span.last() <= *entry.until);
}

/// The Sundays of a month, on which its weeks end.
int sundays_of(const SpanOfTime& month) {
  const int first_sunday = 1 + (7 - month.first().weekday()) % 7;
  return (month.last().day() - first_sunday) / 7 + 1;
}

/// One session in the quarter or year of which this is the last month.
std::optional<Asked> one_in(Span span, const SpanOfTime& month, const ScheduleEntry& entry) {
  const auto whole = SpanOfTime::containing(month.first(), span);
  if (whole.last() != month.last() || !contains(entry, whole)) return std::nullopt;
  return Asked{whole, *entry.every, 1};
}

std::optional<Asked> asked_in(const SpanOfTime& month, const ScheduleEntry& entry) {
  switch (*entry.every) {
    case Frequency::day:
      return Asked{month, *entry.every, month.last().day()};
    case Frequency::week:
      return Asked{month, *entry.every, sundays_of(month)};
    case Frequency::month:
      return Asked{month, *entry.every, 1};
    case Frequency::quarter:
      return one_in(Span::quarter, month, entry);
    case Frequency::year:
      break;
  }
  return one_in(Span::year, month, entry);
}

/// What the last entry that contains the month asks for.
std::optional<Asked> asked_in(const SpanOfTime& month, const Series& series) {
  const ScheduleEntry* last = nullptr;
  for (const ScheduleEntry& entry : series.schedule)
    if (contains(entry, month)) last = &entry;
  return last ? asked_in(month, *last) : std::nullopt;
}

std::optional<Date> start_of(const Series& series) {
  std::optional<Date> start;
  for (const ScheduleEntry& entry : series.schedule)
    if (entry.from && (!start || *entry.from < *start)) start = *entry.from;
  return start;
}

void add_shortfalls(const Book& book, const Series& series, const Sessions& sessions,
                    const Scope& scope, std::vector<SeriesShortfall>& out) {
  const auto start = start_of(series);
  if (!start || !series.id) return;
  // Of series that share an id by mistake, events mean the first.
  const bool meant = book.series_of(*series.id) == &series;
  auto month = SpanOfTime::containing(*start, Span::month);
  for (; month.last() <= scope.to; month = month.next()) {
    if (!scope.covers(month.first(), month.last())) continue;
    const auto asked = asked_in(month, series);
    if (!asked) continue;
    const auto held = meant ? sessions.within(asked->span, *series.id) : 0;
    if (held < asked->sessions)
      out.push_back({&series, month, asked->span, asked->every, asked->sessions, held});
  }
}

}  // namespace

std::string SeriesShortfall::record() const { return name_of(*series) + "/months/" + month.name(); }

std::vector<SeriesShortfall> shortfalls_of(const Book& book, const Scope& scope) {
  std::vector<SeriesShortfall> shortfalls;
  const Sessions sessions(book);
  for (const Series& series : book.series)
    add_shortfalls(book, series, sessions, scope, shortfalls);
  return shortfalls;
}

}  // namespace lianxi
