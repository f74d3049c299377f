// Resolutions with what became of them, as rows of tables.
#pragma once
#include <lianxi/reports/tables/table.hpp>

namespace lianxi {

using ResolutionRow = const ResolutionCompliance*;
using ResolutionRows = std::vector<ResolutionRow>;
using ResolutionColumn = ColumnOf<ResolutionRow>;

/// What one report says of it: how far, with what result, by whom.
std::string report_text(const ReportCase&, const ResolutionCompliance&, const ReportedItem&);

/// Whether it is done or dropped.
bool is_closed(const ResolutionCompliance&);

/// In which words a completion rate leaves out what was given up.
Bilingual given_up_in(const Compliance&);

/// Those that are wanted, in their order.
template <class Wanted>
ResolutionRows resolutions_of(const Compliance& compliance, Wanted wanted) {
  ResolutionRows rows;
  for (const ResolutionCompliance& r : compliance.resolutions)
    if (wanted(r)) rows.push_back(&r);
  return rows;
}

namespace resolution_columns {
extern const ResolutionColumn id, meeting, matter, lead, support;
/// The head of the unit that leads it: who answers for it. Not for the public.
extern const ResolutionColumn head;
extern const ResolutionColumn first_due, due, present_due, revisions;
/// What its lead reported last, with the problem that is left; and every report on it.
extern const ResolutionColumn latest, history;
extern const ResolutionColumn status, days_overdue, problem, evidence;
/// What its lead means to do next, the steps before its due date, what it is to bring about.
extern const ResolutionColumn next_step, stages, effect;
/// Under which colour it is watched, how often its lead was reminded, what was decided on it.
extern const ResolutionColumn light, reminded, closed_by;
}  // namespace resolution_columns

}  // namespace lianxi
