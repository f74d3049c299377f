#include <algorithm>
#include <fmt/format.h>

#include <lianxi/records/plans.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/tables/task_rows.hpp>

namespace lianxi {
namespace {

// ---- the time line ----------------------------------------------------------------

doc::Gantt::State bar_state(TaskState state) {
  if (state == TaskState::done) return doc::Gantt::State::done;
  return state == TaskState::overdue ? doc::Gantt::State::late : doc::Gantt::State::open;
}

/// From its start, or its year's first day, to the day on which it is due. Dropped tasks
/// and those whose state cannot be read have none.
std::optional<doc::Gantt::Bar> bar_of(const PlannedTask& planned) {
  const auto due = due_of(*planned.plan, *planned.task);
  if (!due || !planned.state || *planned.state == TaskState::dropped) return std::nullopt;
  const Date first = SpanOfTime{Span::year, *planned.plan->year, 1}.first();
  const Date start = planned.task->start ? *planned.task->start : first;
  const Task& task = *planned.task;
  return doc::Gantt::Bar{std::string(task.title.value_or(task.id.value_or("?"))),
                         std::min(start, *due), *due, bar_state(*planned.state)};
}

/// A lane for each lead, in the order in which the plan names them.
std::optional<doc::Chart> time_line(const ReportCase& c, const Plan& plan,
                                    const PlannedTasks& tasks) {
  doc::Gantt gantt{c.wording(say({"Plan for {}", "{}年度计划"}, *plan.year)), {}};
  for (const PlannedTask& planned : tasks) {
    auto bar = bar_of(planned);
    if (!bar) continue;
    const std::string lead = c.wording.named(planned.task->lead.value_or(""));
    auto lane = std::ranges::find(gantt.lanes, lead, &doc::Gantt::Lane::title);
    if (lane == gantt.lanes.end()) lane = gantt.lanes.insert(lane, {lead, {}});
    lane->bars.push_back(std::move(*bar));
  }
  if (gantt.lanes.empty()) return std::nullopt;
  gantt.today = c.as_of;
  return gantt;
}

// ---- one plan ---------------------------------------------------------------------

doc::Section outline(const ReportCase& c, const Plan& plan, const PlannedTasks& tasks) {
  const Meeting* meeting = plan.meeting ? c.book.meeting(*plan.meeting) : nullptr;
  const bool is_known = meeting && is_held(*meeting, c.as_of);
  doc::Section section{c.wording(Bilingual{"Outline", "总体安排"})};
  section.blocks.push_back(
      facts(c.wording,
            {{{"Theme", "主题"}, plan.theme.value_or("")},
             {{"Adopted", "制定日期"}, plan.adopted ? c.wording.date(*plan.adopted) : ""},
             {{"From the meeting", "来源会议"}, is_known ? c.wording.meeting(*meeting) : ""}}));
  section.blocks.push_back(summary_of(c.wording, tasks));
  return section;
}

std::optional<doc::Section> tasks_in_time(const ReportCase& c, const Plan& plan,
                                          const PlannedTasks& tasks) {
  if (tasks.empty()) return std::nullopt;
  using namespace task_columns;
  const TaskColumn columns[] = {id, title, lead, support, start, due, target, achieved, state};
  doc::Table table = table_of(c, columns, tasks);
  table.chart = time_line(c, plan, tasks);
  return doc::Section{c.wording(Bilingual{"Tasks on the time line", "任务路线图"}),
                      {std::move(table)}};
}

/// What the tasks are for, of those that say so.
std::optional<doc::Section> purposes(const ReportCase& c, const PlannedTasks& tasks) {
  PlannedTasks with_purpose;
  std::ranges::copy_if(tasks, std::back_inserter(with_purpose), [](const PlannedTask& planned) {
    return planned.task->problem || planned.task->effect;
  });
  if (with_purpose.empty()) return std::nullopt;
  using namespace task_columns;
  const TaskColumn columns[] = {id, title, problem, effect};
  return doc::Section{c.wording(Bilingual{"Problems and effects", "解决问题和预期效果"}),
                      {table_of(c, columns, with_purpose)}};
}

std::vector<doc::Section> sections_of(const ReportCase& c, const Plan& plan,
                                      const AchievedByTasks& achieved) {
  const PlannedTasks tasks = tasks_of(c, plan, achieved);
  return present({outline(c, plan, tasks), tasks_in_time(c, plan, tasks), purposes(c, tasks)});
}

}  // namespace

std::vector<doc::Section> sections::roadmap(const ReportCase& c) {
  std::vector<const Plan*> plans = plans_by_year(c);
  if (c.period.from)
    std::erase_if(plans, [&](const Plan* plan) { return *plan->year != c.period.from->year(); });
  const AchievedByTasks achieved(c.book, c.as_of);
  if (c.period.from && plans.size() == 1) return sections_of(c, *plans[0], achieved);
  std::vector<doc::Section> sections;
  sections.reserve(plans.size());
  for (const Plan* plan : plans)
    sections.push_back({c.wording(say({"The plan for {}", "{}年度计划"}, *plan->year)),
                        {},
                        sections_of(c, *plan, achieved)});
  return sections;
}

}  // namespace lianxi
