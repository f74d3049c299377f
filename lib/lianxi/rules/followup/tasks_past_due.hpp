// The tasks of the plans whose time has come.
#pragma once
#include <algorithm>

#include <lianxi/rules/followup/unreadable.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi {

/// The day by which a task is to be done: its own, else its year's last. Nothing where
/// that cannot be read.
inline std::optional<Date> due_of(const Plan& plan, const Task& task) {
  if (task.due) return *task.due;
  if (task.due.given() || !plan.year) return std::nullopt;
  return Date::make(std::clamp(*plan.year, 1, 9999), 12, 31);
}

/// Whether it was given up by D; so it may have been where that cannot be read.
inline bool was_dropped(const Task& task, Date as_of) {
  if (is_unreadable(task.dropped)) return true;
  if (!task.dropped) return false;
  const auto& day = task.dropped->date;
  return is_unreadable(day) || (day && *day <= as_of);
}

/// Calls `use(plan, task, due)` for each task of the scope with a due date before D that
/// was not dropped by D.
template <class Use>
void for_each_task_past_due(const Compliance& c, Use use) {
  for (const Plan& plan : c.book.plans) {
    if (!plan.year) continue;
    for (const Task& task : plan.tasks) {
      const auto due = due_of(plan, task);
      if (!due || *due >= c.as_of || !c.scope.contains(*due)) continue;
      if (!was_dropped(task, c.as_of)) use(plan, task, *due);
    }
  }
}

}  // namespace lianxi
