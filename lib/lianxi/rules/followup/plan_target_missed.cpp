#include <fmt/format.h>

#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/record_names.hpp>
#include <lianxi/records/plans.hpp>
#include <lianxi/rules/followup/tasks_past_due.hpp>
#include <lianxi/rules/followup/turns_of_phrase.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi::plan_target_missed_rule {
namespace {

void add(const Compliance& c, const Plan& plan, const Task& task, Date due, std::int64_t reached,
         FindingSink& out) {
  const Word& metric = metric_words[std::size_t(*task.target->metric)];
  out.add(task.target.at(), smallest_name(plan, task),
          {past_due_since(plan, due), was_done(task, c.as_of) ? Nature::fact : Nature::open,
           unit_leading(c.book, task)},
          say({"task {} of the plan for {} reached {} of {} ({}) and was due on {}; lead: {}",
               "{1} 年度计划任务 {0} 应于 {5} 完成，{4}目标 {3}，实际 {2}；牵头：{6}"},
              task.id.value_or("?"), *plan.year, reached, *task.target->value,
              Bilingual{metric.en, metric.zh}, iso(due), lead_or_nobody(task.lead.value_or(""))),
          say({"enter the events that belong to it with `plan: {}/{}`",
               "请在所属活动中注明“计划任务: {}/{}”"},
              *plan.year, task.id.value_or("?")));
}

void check(const Compliance& c, FindingSink& out) {
  const AchievedByTasks achieved(c.book, c.as_of);
  for_each_task_past_due(c, [&](const Plan& plan, const Task& task, Date due) {
    if (!has_target(task)) return;
    const Count reached = *achieved.of(plan, task);
    if (!is_reached(task, reached)) add(c, plan, task, due, reached.value, out);
  });
}

}  // namespace

}  // namespace lianxi::plan_target_missed_rule

namespace lianxi::rules {
extern constinit const FollowupRule plan_target_missed{
    {"plan-target-missed",
     Severity::warning,
     {"The events of a task did not reach its target.", "计划任务的活动未达到目标。"},
     {"A task with a figure is measured by its events, not by the word “done”. Events count for it "
      "when they name it in `plan`.",
      "定了数字的任务用活动记录来衡量，不看“已完成”三个字。活动在“计划任务”中注明该任务，才计入。"},
     {R"(# as of 2017-09-30
plans:
  - year: 2017
    tasks:
      - id: t1
        title: First aid courses
        lead: office
        due: 2017-06-30
        target: {metric: trained, value: 60}
        done: 2017-06-20
events:
  - id: e1
    title: First aid course
    kind: training
    date: 2017-05-10
    lead: office
    trained: 40
    plan: 2017/t1
)",
      R"(# 截至 2017-09-30
年度计划:
  - 年度: 2017
    任务:
      - 编号: t1
        标题: 急救培训
        牵头: 综合办
        完成时限: 2017-06-30
        目标: {指标: 培训人次, 数值: 60}
        完成日期: 2017-06-20
活动:
  - 编号: e1
    标题: 急救培训第一期
    类型: 培训
    日期: 2017-05-10
    牵头单位: 综合办
    培训人次: 40
    计划任务: 2017/t1
)"},
     {R"(plans:
  - year: 2017
    tasks:
      - id: t1
        title: First aid courses
        lead: office
        due: 2017-06-30
        target: {metric: trained, value: 60}
        done: 2017-06-20
events:
  - id: e1
    title: First aid course
    kind: training
    date: 2017-05-10
    lead: office
    trained: 40
    plan: 2017/t1
  - id: e2
    title: First aid course for drivers
    kind: training
    date: 2017-06-20
    lead: office
    trained: 20
    plan: 2017/t1
)",
      R"(年度计划:
  - 年度: 2017
    任务:
      - 编号: t1
        标题: 急救培训
        牵头: 综合办
        完成时限: 2017-06-30
        目标: {指标: 培训人次, 数值: 60}
        完成日期: 2017-06-20
活动:
  - 编号: e1
    标题: 急救培训第一期
    类型: 培训
    日期: 2017-05-10
    牵头单位: 综合办
    培训人次: 40
    计划任务: 2017/t1
  - 编号: e2
    标题: 急救培训第二期
    类型: 培训
    日期: 2017-06-20
    牵头单位: 综合办
    培训人次: 20
    计划任务: 2017/t1
)"}},
    plan_target_missed_rule::check};
}  // namespace lianxi::rules
