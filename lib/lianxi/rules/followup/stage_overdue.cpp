#include <algorithm>
#include <fmt/format.h>

#include <lianxi/book/book.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/followup/turns_of_phrase.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::stage_overdue_rule {

static void check(const Compliance& c, FindingSink& out) {
  for (const ResolutionCompliance& r : c.resolutions) {
    if (is_finished(r.status)) continue;
    const auto reopened = r.course.reopened_on(c.as_of);
    for (const Stage& stage : r.resolution->stages) {
      if (!is_behind(stage, c.as_of)) continue;
      const Date since = reopened ? std::max(*stage.due + 1, *reopened) : *stage.due + 1;
      out.add(
          stage.due.at(), name_of(*r.meeting, *r.resolution), {since, Nature::open, r.lead},
          say({"the stage “{1}” of {0} was due on {2}, {3} ago; lead: {4}",
               "决议 {} 的节点“{}”应于 {} 完成，已逾期 {}；牵头单位：{}"},
              r.id(), stage.text.value_or("?"), iso(*stage.due), days(c.as_of - *stage.due),
              lead_or_nobody(r.lead)),
          say({"enter the day on which the stage was `done`", "已完成的请在该节点填写“完成日期”"}));
    }
  }
}

}  // namespace lianxi::stage_overdue_rule

namespace lianxi::rules {
extern constinit const FollowupRule stage_overdue{
    {"stage-overdue",
     Severity::warning,
     {"A stage of a resolution was not done by its day.", "决议的节点到期未完成。"},
     {"A stage that slips today is a due date that slips tomorrow; the colour turns yellow before "
      "it turns red.",
      "今天的节点拖了，明天的时限就要拖；亮黄灯是为了不亮红灯。"},
     {R"(# as of 2017-09-30
meetings:
  - id: 2017-q2
    kind: regular
    date: 2017-06-20
    resolutions:
      - {id: r1, text: Put up signs, lead: office, due: 2017-12-31, stages: [{text: Design, due: 2017-08-31}]}
)",
      R"(# 截至 2017-09-30
会议:
  - 编号: 2017-q2
    类型: 例会
    日期: 2017-06-20
    决议:
      - {编号: r1, 内容: 增设换乘指引, 牵头单位: 综合办, 完成时限: 2017-12-31, 节点: [{内容: 设计, 时限: 2017-08-31}]}
)"},
     {R"(# as of 2017-09-30
meetings:
  - id: 2017-q2
    kind: regular
    date: 2017-06-20
    resolutions:
      - {id: r1, text: Put up signs, lead: office, due: 2017-12-31, stages: [{text: Design, due: 2017-08-31, done: 2017-08-30}]}
)",
      R"(# 截至 2017-09-30
会议:
  - 编号: 2017-q2
    类型: 例会
    日期: 2017-06-20
    决议:
      - {编号: r1, 内容: 增设换乘指引, 牵头单位: 综合办, 完成时限: 2017-12-31, 节点: [{内容: 设计, 时限: 2017-08-31, 完成日期: 2017-08-30}]}
)"}},
    stage_overdue_rule::check};
}  // namespace lianxi::rules
