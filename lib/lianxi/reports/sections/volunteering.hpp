// Volunteer service: what counts as such, and what it comes to.
#pragma once
#include <optional>

#include <lianxi/reports/tables/event_rows.hpp>

namespace lianxi {

/// Whether an event is volunteer service: by its kind, or because it counts volunteers.
bool is_volunteering(const Event&);

namespace sections {

/// What is counted, so that nobody takes person-times for persons.
doc::Section what_is_counted(const ReportCase&);
/// The sums of all volunteer service of the period.
doc::Section volunteer_totals(const ReportCase&, const std::vector<EventRow>&);
/// The same by month, by the unit that leads, and by kind.
doc::Section volunteering_by_month(const ReportCase&, const std::vector<EventRow>&);
doc::Section volunteering_by_unit(const ReportCase&, const std::vector<EventRow>&);
doc::Section volunteering_by_kind(const ReportCase&, const std::vector<EventRow>&);
/// Trainings with who was certified.
doc::Section trainings(const ReportCase&);
/// What goes on over time: who leads it, and what comes of it; nothing where there is none.
std::optional<doc::Section> series_in_words(const ReportCase&);
/// Months in which a series took place less often than its schedule asks for.
doc::Section schedule_not_kept(const ReportCase&);

}  // namespace sections
}  // namespace lianxi
