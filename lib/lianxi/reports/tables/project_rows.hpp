// Projects as rows of tables, from application to reimbursement.
#pragma once
#include <lianxi/reports/tables/table.hpp>

namespace lianxi {

using ProjectRow = const Project*;
using ProjectRows = std::vector<ProjectRow>;
using ProjectColumn = ColumnOf<ProjectRow>;

/// Whether a stage was reached by a day.
template <class Stage>
bool is_reached(const Nested<Stage>& stage, Date by) {
  return stage && stage->date && *stage->date <= by;
}
/// The amount of a stage that was reached by a day.
template <class Stage>
std::optional<Amount> amount_by(const Nested<Stage>& stage, Date by) {
  if (!is_reached(stage, by) || !stage->amount) return std::nullopt;
  return *stage->amount;
}
/// What a project spent within the scope.
Amount spent(const Project&, const Scope&);
/// Applied for, under way, accepted, reimbursed.
std::string stage_text(const ReportCase&, const Project&);
/// Whether it was applied for or approved by the end of the period and not wound up before
/// its beginning.
bool is_under_way(const ReportCase&, const Project&);
/// Whether anybody can have known of it on the as-of day.
bool is_known(const ReportCase&, const Project&);

template <class Wanted>
ProjectRows projects_of(const ReportCase& c, Wanted wanted) {
  ProjectRows rows;
  for (const Project& project : c.book.projects)
    if (wanted(project)) rows.push_back(&project);
  return rows;
}

/// When each stage was reached, and with what result.
doc::Section stages_of(const ReportCase&, const ProjectRows&);
/// What was applied for, approved, spent and reimbursed by the as-of day, and what is left.
doc::Section money_of(const ReportCase&, const ProjectRows&);
/// Every expense by the as-of day; nothing for the public, or where there is none.
std::optional<doc::Section> expenses_of(const ReportCase&, const ProjectRows&);
/// The budgets of the years that the period touches against what was approved and spent; of
/// all committees, or of one. Nothing where there is neither.
std::optional<doc::Section> budgets(const ReportCase&, const Committee* = nullptr);

}  // namespace lianxi
