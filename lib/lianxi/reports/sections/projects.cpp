#include <algorithm>

#include <lianxi/reports/sections/sections.hpp>

namespace lianxi {
namespace {

/// Whether the project was applied for or approved by the end of the period and not
/// wound up before its beginning.
bool is_under_way(const ReportCase& c, const Project& project) {
  const auto by_end = [&](const Located<Date>& day) { return day && *day <= c.scope.to; };
  const bool begun = (project.applied && by_end(project.applied->date)) ||
                     (project.approved && by_end(project.approved->date));
  const bool wound_up = c.scope.from && project.reimbursed && project.reimbursed->date &&
                        *project.reimbursed->date < *c.scope.from;
  return begun && !wound_up;
}

Amount spent(const Project& project, const Scope& scope) {
  Amount sum;
  for (const Expense& expense : project.expenses)
    if (is_within(expense.date, scope)) sum += expense.amount.value_or({});
  return sum;
}

/// The amount of a stage that was reached by the as-of day.
template <class Stage>
std::string amount_of(const ReportCase& c, const Nested<Stage>& stage) {
  if (!stage || !stage->date || *stage->date > c.as_of || !stage->amount) return std::string(dash);
  return to_text(*stage->amount);
}

std::string stage_text(const ReportCase& c, const Project& project) {
  const auto reached = [&](const auto& stage) {
    return stage && stage->date && *stage->date <= c.as_of;
  };
  if (reached(project.reimbursed)) return c.wording(Bilingual{"reimbursed", "已报销"});
  if (reached(project.accepted))
    return c.wording(
        say({"accepted: {}", "已验收（{}）"}, c.wording.choice(project.accepted->grade)));
  if (reached(project.approved)) return c.wording(Bilingual{"under way", "实施中"});
  return c.wording(Bilingual{"applied for", "申报中"});
}

std::vector<doc::Prose> row(const ReportCase& c, const Project& project) {
  const std::string in_period = to_text(spent(project, c.scope));
  const std::string so_far = to_text(spent(project, {std::nullopt, c.as_of}));
  return {project.title.value_or(dash),
          c.wording.named(project.applicant.value_or("")),
          stage_text(c, project),
          amount_of(c, project.approved),
          in_period,
          so_far,
          amount_of(c, project.reimbursed)};
}

}  // namespace

std::optional<doc::Section> sections::projects(const ReportCase& c) {
  const Wording& wording = c.wording;
  doc::Table table{{{wording(Bilingual{"Project", "项目"})},
                    {wording(Bilingual{"Applicant", "申报单位"})},
                    {wording(Bilingual{"Stage", "阶段"})},
                    figures_column(wording(Bilingual{"Approved", "批准"})),
                    figures_column(wording(say({"Spent {}", "{}支出"}, c.this_period()))),
                    figures_column(wording(Bilingual{"Spent in all", "累计支出"})),
                    figures_column(wording(Bilingual{"Reimbursed", "报销"}))},
                   {}};
  for (const Project& project : c.book.projects)
    if (is_under_way(c, project)) table.rows.push_back(row(c, project));
  if (table.rows.empty()) return std::nullopt;
  return doc::Section{
      wording(say({"Projects (amounts in {})", "党建项目（金额单位：{}）"}, wording.currency())),
      {std::move(table)}};
}

}  // namespace lianxi
