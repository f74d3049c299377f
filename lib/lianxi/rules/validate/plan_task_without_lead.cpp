#include <lianxi/records/plans.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::plan_task_without_lead_rule {
static void check(const ValidateCase& c, FindingSink& out) {
  for (const Plan& plan : c.book.plans)
    for (const Task& task : plan.tasks)
      if (!task.lead.given())
        out.add(task.at, name_of(plan, task),
                say({"nobody answers for this task", "这项任务没有牵头单位"}),
                say({"enter its `lead`", "请写明“牵头”"}));
}
}  // namespace lianxi::plan_task_without_lead_rule

namespace lianxi::rules {
extern constinit const ValidateRule plan_task_without_lead{
    {"plan-task-without-lead",
     Severity::error,
     {"A task of a plan has no lead: nobody answers for it.", "计划任务没有牵头方，无人负责。"},
     {"Idling: a task that is nobody's is left undone, and at the end of the year nobody can be"
      " asked about it.",
      "这就是“空转”：没有牵头方的任务无人去做，到了年底也不知该问谁。"},
     {R"(plans:
  - year: 2017
    tasks:
      - id: 1
        title: First aid courses
        due: 2017-10-31
)",
      R"(年度计划:
  - 年度: 2017
    任务:
      - 编号: 1
        标题: 救护培训
        完成时限: 2017-10-31
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
    plan_task_without_lead_rule::check};
}  // namespace lianxi::rules
