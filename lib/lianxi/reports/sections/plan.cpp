#include <fmt/format.h>

#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/rules/followup/last_day.hpp>

namespace lianxi {
namespace {

Count figure_of(const Event& event, Metric metric) {
  switch (metric) {
    case Metric::events:
      return {1};
    case Metric::sessions:
      return event.sessions.value_or(Count{1});
    case Metric::served:
      return event.served.value_or({});
    case Metric::volunteers:
      return event.volunteers.value_or({});
    case Metric::trained:
      break;
  }
  return event.trained.value_or({});
}

bool belongs_to(const Event& event, std::string_view task) {
  for (const auto& named : event.plan)
    if (*named == task) return true;
  return false;
}

/// What the task's events by the as-of day add up to.
Count achieved(const ReportCase& c, std::string_view task, Metric metric) {
  Count sum;
  for (const Event& event : c.book.events)
    if (const auto day = last_day(event); day && *day <= c.as_of && belongs_to(event, task))
      sum += figure_of(event, metric);
  return sum;
}

std::string target_text(const ReportCase& c, const Task& task) {
  if (!task.target || !task.target->metric || !task.target->value) return std::string(dash);
  return c.wording.choice(task.target->metric) + " " + with_thousands(*task.target->value);
}

std::string achieved_text(const ReportCase& c, const Plan& plan, const Task& task) {
  if (!task.target || !task.target->metric || !task.id) return std::string(dash);
  return c.wording(achieved(c, fmt::format("{}/{}", *plan.year, *task.id), *task.target->metric));
}

Date due_of(const Plan& plan, const Task& task) {
  return task.due ? *task.due : SpanOfTime{Span::year, *plan.year, 1}.last();
}

std::string state_text(const ReportCase& c, const Plan& plan, const Task& task) {
  const Wording& wording = c.wording;
  const auto by_now = [&](const Located<Date>& day) { return day && *day <= c.as_of; };
  if (task.dropped && by_now(task.dropped->date)) return wording(ResolutionStatus::dropped);
  if (by_now(task.done))
    return wording(
        say({"{} on {}", "{}（{}）"}, wording(ResolutionStatus::done), wording.date(*task.done)));
  if (due_of(plan, task) < c.as_of) return wording(ResolutionStatus::overdue);
  if (task.start && *task.start > c.as_of) return wording(Bilingual{"not begun", "未开始"});
  return wording(ResolutionStatus::in_progress);
}

doc::Table table_of(const ReportCase& c, const Plan& plan) {
  const Wording& wording = c.wording;
  doc::Table table{{{wording(Bilingual{"No.", "编号"})},
                    {wording(Bilingual{"Task", "任务"})},
                    {wording(Bilingual{"Lead", "牵头"})},
                    {wording(Bilingual{"Due", "完成时限"})},
                    {wording(Bilingual{"Target", "目标"})},
                    figures_column(wording(Bilingual{"Achieved", "已完成数"})),
                    {wording(Bilingual{"Status", "状态"})}},
                   {}};
  for (const Task& task : plan.tasks)
    table.rows.push_back({task.id.value_or(dash), task.title.value_or(dash),
                          wording.named(task.lead.value_or("")), wording.date(task.due),
                          target_text(c, task), achieved_text(c, plan, task),
                          state_text(c, plan, task)});
  return table;
}

/// The plan of the year in which the period ends, once it was adopted.
const Plan* plan_of(const ReportCase& c) {
  const Plan* plan = c.book.plan(c.scope.to.year());
  const bool later = plan && plan->adopted && *plan->adopted > c.as_of;
  return later ? nullptr : plan;
}

}  // namespace

doc::Section sections::plan(const ReportCase& c) {
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
  if (!plan->tasks.empty()) section.blocks.push_back(table_of(c, *plan));
  return section;
}

}  // namespace lianxi
