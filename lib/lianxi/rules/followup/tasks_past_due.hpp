// The tasks of the plans whose time has come.
#pragma once
#include <algorithm>

#include <lianxi/book/book.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/plan_tasks.hpp>
#include <lianxi/records/plans.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi {

/// Since when a task is past due: the day after, but not before its plan was adopted.
inline Date past_due_since(const Plan& plan, Date due) {
  return plan.adopted ? std::max(due + 1, *plan.adopted) : due + 1;
}

/// The id of the unit that leads it; "" where nobody or a committee does.
inline std::string_view unit_leading(const Book& book, const Task& task) {
  return task.lead && book.unit(*task.lead) ? *task.lead : std::string_view();
}

/// Calls `use(plan, task, due)` for each task with a due date before D, of a plan that exists by
/// D, that was not dropped by D.
template <class Use>
void for_each_task_past_due(const Compliance& c, Use use) {
  for (const Plan& plan : c.book.plans) {
    if (!plan.year || !is_adopted(plan, c.as_of)) continue;
    for (const Task& task : plan.tasks) {
      const auto due = due_of(plan, task);
      if (!due || *due >= c.as_of) continue;
      if (!was_dropped(task, c.as_of)) use(plan, task, *due);
    }
  }
}

}  // namespace lianxi
