#include <algorithm>
#include <fmt/format.h>

#include <lianxi/records/plans.hpp>
#include <lianxi/reports/tables/task_rows.hpp>

namespace lianxi {

bool PlannedTask::is_target_reached() const {
  return achieved && has_target(*task) && is_reached(*task, *achieved);
}

PlannedTasks tasks_of(const ReportCase& c, const Plan& plan, const AchievedByTasks& achieved) {
  PlannedTasks tasks;
  for (const Task& task : plan.tasks) {
    PlannedTask planned{&plan, &task, state_of(plan, task, c.as_of), std::nullopt};
    if (task.id) planned.achieved = achieved.of(plan, task);
    tasks.push_back(planned);
  }
  return tasks;
}

std::vector<const Plan*> plans_by_year(const ReportCase& c) {
  std::vector<const Plan*> plans;
  for (const Plan& plan : c.book.plans)
    if (plan.year && is_adopted(plan, c.as_of)) plans.push_back(&plan);
  std::ranges::stable_sort(plans, {}, [](const Plan* plan) { return *plan->year; });
  return plans;
}

std::string full_id(const PlannedTask& planned) {
  return fmt::format("{}/{}", *planned.plan->year, planned.task->id.value_or("?"));
}

// ---- cells ------------------------------------------------------------------------

static Bilingual name_of(TaskState state) {
  switch (state) {
    case TaskState::not_begun:
      return {"not begun", "未开始"};
    case TaskState::in_progress:
      return {"in progress", "推进中"};
    case TaskState::done:
      return {"done", "已完成"};
    case TaskState::dropped:
      return {"dropped", "已终止"};
    case TaskState::overdue:
      break;
  }
  return {"overdue", "逾期"};
}

std::string state_text(const ReportCase& c, const PlannedTask& planned) {
  if (!planned.state) return std::string(dash);
  std::string state = c.wording(name_of(*planned.state));
  if (*planned.state == TaskState::dropped && planned.task->dropped)
    return c.wording(say({"{} on {}: {}", "{}（{}，{}）"}, state,
                         c.wording.date(planned.task->dropped->date),
                         planned.task->dropped->reason.value_or(dash)));
  if (*planned.state != TaskState::done) return state;
  return c.wording(say({"{} on {}", "{}（{}）"}, state, c.wording.date(planned.task->done)));
}

static std::string target_text(const ReportCase& c, const PlannedTask& planned) {
  if (!has_target(*planned.task)) return std::string(dash);
  const auto& target = planned.task->target;
  return c.wording.choice(target->metric) + " " + with_thousands(*target->value);
}

static doc::Tone tone_of(const std::optional<TaskState>& state) {
  if (state == TaskState::overdue) return doc::Tone::late;
  return state == TaskState::done ? doc::Tone::done : doc::Tone::none;
}

namespace task_columns {

using Row = const PlannedTask&;
using Case = const ReportCase&;

constexpr Bilingual number_title{"No.", "编号"};
constinit const TaskColumn id{number_title,
                              [](Case, Row r) { return doc::Prose(r.task->id.value_or(dash)); }};
constinit const TaskColumn year_and_id{number_title,
                                       [](Case, Row r) { return doc::Prose(full_id(r)); }};
constinit const TaskColumn year{{"Plan", "年度"}, [](Case c, Row r) {
                                  return doc::Prose(c.wording(say({"{}", "{}年"}, *r.plan->year)));
                                }};
constinit const TaskColumn title{
    {"Task", "任务"}, [](Case, Row r) { return doc::Prose(r.task->title.value_or(dash)); }};
constinit const TaskColumn lead{{"Lead", "牵头"}, [](Case c, Row r) {
                                  return doc::Prose(c.wording.named(r.task->lead.value_or("")));
                                }};
constinit const TaskColumn support{{"Support", "配合单位"}, [](Case c, Row r) {
                                     return doc::Prose(c.wording.all_named(r.task->support));
                                   }};
constinit const TaskColumn start{
    {"Start", "开始"}, [](Case c, Row r) { return doc::Prose(c.wording.date(r.task->start)); }};
constinit const TaskColumn due{
    {"Due", "完成时限"}, [](Case c, Row r) { return doc::Prose(c.wording.date(r.task->due)); }};
constinit const TaskColumn target{{"Target", "目标"},
                                  [](Case c, Row r) { return doc::Prose(target_text(c, r)); }};
constinit const TaskColumn achieved{
    {"Achieved", "已完成数"},
    [](Case c, Row r) {
      return doc::Prose(r.achieved ? c.wording(*r.achieved) : std::string(dash));
    },
    Holds::figures};
constinit const TaskColumn state{{"Status", "状态"}, [](Case c, Row r) {
                                   return doc::Prose::state(state_text(c, r), tone_of(r.state));
                                 }};
constinit const TaskColumn problem{{"Problem to solve", "解决问题"}, [](Case, Row r) {
                                     return doc::Prose(r.task->problem.value_or(dash));
                                   }};
constinit const TaskColumn effect{{"Expected effect", "预期效果"}, [](Case, Row r) {
                                    return doc::Prose(r.task->effect.value_or(dash));
                                  }};

}  // namespace task_columns

// ---- sums -------------------------------------------------------------------------

doc::Paragraph summary_of(const Wording& wording, const PlannedTasks& tasks) {
  std::string text =
      wording(say({"Tasks: {}", "共有任务{}项"}, with_thousands(std::int64_t(tasks.size()))));
  for (const TaskState state : {TaskState::done, TaskState::in_progress, TaskState::not_begun,
                                TaskState::overdue, TaskState::dropped})
    if (const auto n = std::ranges::count(tasks, std::optional(state), &PlannedTask::state))
      text += wording(say({"; {} {}", "，{}{}项"}, name_of(state), n));
  if (const auto n = std::ranges::count(tasks, std::optional<TaskState>(), &PlannedTask::state))
    text += wording(say({"; unreadable {}", "，状态无法判断{}项"}, n));
  text += wording(Bilingual{".", "。"});
  const auto with_target = [](const PlannedTask& t) { return t.achieved && has_target(*t.task); };
  if (const auto n = std::ranges::count_if(tasks, with_target))
    text += wording(say({" Targets reached: {1} of {0}.", "定有数量目标的{}项中，{}项已达到目标。"},
                        n, std::ranges::count_if(tasks, &PlannedTask::is_target_reached)));
  return {text};
}

}  // namespace lianxi
