// The tasks of the plans whose time has come.
#pragma once
#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/plan_tasks.hpp>
#include <lianxi/records/plans.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi {

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
