#include <fmt/format.h>

#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/record_names.hpp>
#include <lianxi/records/plans.hpp>
#include <lianxi/rules/followup/tasks_past_due.hpp>
#include <lianxi/rules/followup/turns_of_phrase.hpp>

namespace lianxi::plan_task_overdue_rule {

static void add(const Compliance& c, const Plan& plan, const Task& task, Date due,
                FindingSink& out) {
  const Date as_of = c.as_of;
  out.add(task.due ? task.due.at() : task.at, smallest_name(plan, task),
          {past_due_since(plan, due), Nature::open, unit_leading(c.book, task)},
          say({"task {} of the plan for {} was due on {} and has been overdue for {}; lead: {}",
               "{1} 年度计划任务 {0} 应于 {2} 完成，已逾期 {3}；牵头：{4}"},
              task.id.value_or("?"), *plan.year, iso(due), days(as_of - due),
              lead_or_nobody(task.lead.value_or(""))),
          say({"enter the day it was `done`, or under `dropped` when and why it was given up",
               "已完成的请填写“完成日期”；不再做的请在“终止”中写明日期和原因"}));
}

static void check(const Compliance& c, FindingSink& out) {
  for_each_task_past_due(c, [&](const Plan& plan, const Task& task, Date due) {
    if (!was_done(task, c.as_of)) add(c, plan, task, due, out);
  });
}

}  // namespace lianxi::plan_task_overdue_rule

namespace lianxi::rules {
extern constinit const FollowupRule plan_task_overdue{
    {rule_names::plan_task_overdue,
     Severity::error,
     {"A task of the plan was not done by its due date.", "年度计划任务逾期未完成。"},
     {"A plan is kept task by task. One that is past its date (the year's last day where it has "
      "none) is done, or was given up for a reason; anything else is idling.",
      "计划要一项一项落实。到期的任务（未定时限的以当年最后一天为限）要么完成，要么说明原因后终止，"
      "否则就是"
      "空转。"},
     {R"(# as of 2017-09-30
plans:
  - year: 2017
    tasks:
      - {id: t1, title: First aid courses, lead: office, due: 2017-06-30}
)",
      R"(# 截至 2017-09-30
年度计划:
  - 年度: 2017
    任务:
      - {编号: t1, 标题: 急救培训, 牵头: 综合办, 完成时限: 2017-06-30}
)"},
     {R"(plans:
  - year: 2017
    tasks:
      - {id: t1, title: First aid courses, lead: office, due: 2017-06-30, done: 2017-06-20}
)",
      R"(年度计划:
  - 年度: 2017
    任务:
      - {编号: t1, 标题: 急救培训, 牵头: 综合办, 完成时限: 2017-06-30, 完成日期: 2017-06-20}
)"}},
    plan_task_overdue_rule::check};
}  // namespace lianxi::rules
