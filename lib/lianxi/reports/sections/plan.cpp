#include <fmt/format.h>

#include <lianxi/records/plans.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/tables/task_rows.hpp>

namespace lianxi {
namespace {

doc::Table table_of_tasks(const ReportCase& c, const PlannedTasks& tasks) {
  using namespace task_columns;
  const TaskColumn columns[] = {id, title, lead, due, target, achieved, state};
  return table_of(c, columns, tasks);
}

/// The plan of the year in which the period ends, once it was adopted.
const Plan* plan_of(const ReportCase& c) {
  const Plan* plan = c.book.plan(c.scope.to.year());
  return plan && is_adopted(*plan, c.as_of) ? plan : nullptr;
}

}  // namespace

doc::Section sections::plan(const ReportCase& c, PlanView view) {
  const int year = c.scope.to.year();
  doc::Section section{c.wording(say({"The plan for {}", "{}年度计划"}, year))};
  const Plan* plan = plan_of(c);
  if (!plan) {
    section.blocks.push_back(doc::Paragraph{
        c.wording(say({"There is no plan for {}.", "{}年没有制定年度计划。"}, year))});
    return section;
  }
  if (plan->theme)
    section.blocks.push_back(
        doc::Paragraph{c.wording(say({"Theme: {}", "主题：{}"}, *plan->theme))});
  if (plan->tasks.empty()) return section;
  const PlannedTasks tasks = tasks_of(c, *plan, AchievedByTasks(c.book, c.as_of));
  if (view == PlanView::review) section.blocks.push_back(summary_of(c.wording, tasks));
  section.blocks.push_back(table_of_tasks(c, tasks));
  return section;
}

}  // namespace lianxi
