#include <fmt/format.h>

#include <lianxi/base/unreadable.hpp>
#include <lianxi/followup/counted_event.hpp>
#include <lianxi/followup/plan_tasks.hpp>
#include <lianxi/records/plans.hpp>

namespace lianxi LIANXI_EXPORT {

std::optional<Date> due_of(const Plan& plan, const Task& task) {
  if (task.due) return *task.due;
  if (task.due.given() || !plan.year) return std::nullopt;
  return Date::make(*plan.year, 12, 31);
}

bool was_dropped(const Task& task, Date as_of) {
  if (is_unreadable(task.dropped)) return true;
  if (!task.dropped) return false;
  const auto& day = task.dropped->date;
  return is_unreadable(day) || (day && *day <= as_of);
}

bool was_done(const Task& task, Date as_of) {
  return is_unreadable(task.done) || (task.done && *task.done <= as_of);
}

std::optional<TaskState> state_of(const Plan& plan, const Task& task, Date as_of) {
  if (is_unreadable(task.dropped) || (task.dropped && is_unreadable(task.dropped->date)))
    return std::nullopt;
  if (was_dropped(task, as_of)) return TaskState::dropped;
  if (is_unreadable(task.done)) return std::nullopt;
  if (was_done(task, as_of)) return TaskState::done;
  const auto due = due_of(plan, task);
  if (!due) return std::nullopt;
  if (*due < as_of) return TaskState::overdue;
  return task.start && *task.start > as_of ? TaskState::not_begun : TaskState::in_progress;
}

bool is_adopted(const Plan& plan, Date as_of) { return !plan.adopted || *plan.adopted <= as_of; }

// ---- what was achieved ------------------------------------------------------------

bool has_target(const Task& task) {
  return task.target && task.target->metric && task.target->value;
}

bool is_reached(const Task& task, Count achieved) { return achieved.value >= *task.target->value; }

static Count figure_of(const Event& event, Metric metric) {
  switch (metric) {
    case Metric::events:
      return {1};
    case Metric::sessions:
      return sessions_of(event);
    case Metric::served:
      return event.served.value_or({});
    case Metric::volunteers:
      return event.volunteers.value_or({});
    case Metric::trained:
      break;
  }
  return event.trained.value_or({});
}

void AchievedByTasks::Sums::add(const Event& event) {
  if (last == &event) return;
  last = &event;
  for (std::size_t i = 0; i < by_metric.size(); ++i) by_metric[i] += figure_of(event, Metric(i));
}

AchievedByTasks::AchievedByTasks(const Book& book, Date as_of) {
  for (const Event& event : book.events) {
    const auto day = last_day(event);
    if (!day || *day > as_of) continue;
    for (const auto& task : event.plan) by_task_[*task].add(event);
  }
}

std::optional<Count> AchievedByTasks::of(const Plan& plan, const Task& task) const {
  if (!task.target || !task.target->metric) return std::nullopt;
  if (!plan.year || !task.id) return Count{};
  const auto at = by_task_.find(fmt::format("{}/{}", *plan.year, *task.id));
  return at == by_task_.end() ? Count{} : at->second.by_metric[std::size_t(*task.target->metric)];
}

}  // namespace lianxi
