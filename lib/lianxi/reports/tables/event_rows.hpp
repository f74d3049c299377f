// Tables that a report shows of all units, or of one.
#pragma once
#include <lianxi/followup/counted_event.hpp>
#include <lianxi/reports/tables/table.hpp>

namespace lianxi {

using EventRow = const Event*;
using EventColumn = ColumnOf<EventRow>;

/// The period's events that are wanted, by their last day; of the same day as they stand
/// in the book.
template <class Wanted>
std::vector<EventRow> events_within(const ReportCase& c, Wanted wanted) {
  std::vector<EventRow> events;
  for (const Event& event : c.book.events)
    if (const auto day = last_day(event); day && c.scope.contains(*day) && wanted(event))
      events.push_back(&event);
  std::ranges::stable_sort(events, {}, [](EventRow event) { return *last_day(*event); });
  return events;
}

namespace event_columns {
extern const EventColumn event_date, event_title, event_kind, lead, sessions, served, volunteers,
    trained;
}  // namespace event_columns

/// The donations of the period; of one donor where it is given.
doc::Table donations_table(const ReportCase&, const Unit* donor = nullptr);
/// The requests of the period with who answered.
doc::Table requests_table(const ReportCase&);
/// What was shared in the period, by all units or by one.
doc::Table shares_table(const ReportCase&, const Unit* by = nullptr);
/// Of that what is wanted.
doc::Table shares_table(const ReportCase&, bool (*wanted)(const Share&));
/// The honors of the period, of all units or of one.
doc::Table honors_table(const ReportCase&, const Unit* of = nullptr);

}  // namespace lianxi
