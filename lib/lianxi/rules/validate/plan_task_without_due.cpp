#include <lianxi/records/plans.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::plan_task_without_due_rule {
static void check(const ValidateCase& c, FindingSink& out) {
  for (const Plan& plan : c.book.plans)
    for (const Task& task : plan.tasks)
      if (!task.due.given())
        out.add(task.at, name_of(plan, task),
                say({"this task is never due", "这项任务没有完成时限"}),
                say({"enter its `due`", "请写明“完成时限”"}));
}
}  // namespace lianxi::plan_task_without_due_rule

namespace lianxi::rules {
extern constinit const ValidateRule plan_task_without_due{
    {"plan-task-without-due",
     Severity::error,
     {"A task of a plan has no due date.", "计划任务没有完成时限。"},
     {"Idling: a task without a day is put off to the end of the year, when it is too late to "
      "notice. What takes all year is due on its last day.",
      "这也是“空转”：没有时限的任务一拖就到年底，发现时已经来不及。全年性的任务，时限可写 12 月 3"
      "1 日。"},
     {R"(plans:
  - year: 2017
    tasks:
      - id: 1
        title: First aid courses
        lead: red-cross
)",
      R"(年度计划:
  - 年度: 2017
    任务:
      - 编号: 1
        标题: 救护培训
        牵头: 红十字会
)"},
     {R"(plans:
  - year: 2017
    tasks:
      - id: 1
        title: First aid courses
        lead: red-cross
        due: 2017-10-31
)",
      R"(年度计划:
  - 年度: 2017
    任务:
      - 编号: 1
        标题: 救护培训
        牵头: 红十字会
        完成时限: 2017-10-31
)"}},
    plan_task_without_due_rule::check};
}  // namespace lianxi::rules
