// Follow-up for spreadsheets.
#pragma once
#include <string>

#include <lianxi/reports/row_filter.hpp>

namespace lianxi LIANXI_EXPORT {

/// What is owed, a line each: first every report that a unit owes on a meeting, then
/// every resolution. Headings and words are in the language, in
/// English those of the JSON: `kind` is `report` or
/// `resolution`, `due` the deadline or the due date in force, `date` the first report's
/// or the day of completion; `file` and `line` lead to the meeting or the resolution.
std::string followup_csv(const Compliance&, Language, const RowFilter& = {});

}  // namespace lianxi
