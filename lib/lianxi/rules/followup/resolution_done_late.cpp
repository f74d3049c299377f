#include <fmt/format.h>

#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/revisions.hpp>
#include <lianxi/records/followups.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/followup/turns_of_phrase.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::resolution_done_late_rule {

static void check(const Compliance& c, FindingSink& out) {
  for (const ResolutionCompliance& r : c.resolutions) {
    if (r.on_time.value_or(true)) continue;
    const Date reported = *r.course.done_run(c.as_of)[0].report->date;
    out.add(place_of_due(*r.resolution, c.as_of), name_of(*r.meeting, *r.resolution),
            {reported, Nature::fact, r.lead},
            say({"{} was done on {}, {} after its due date {}; lead: {}",
                 "决议 {} 于 {} 完成，比时限晚 {}（应于 {} 完成）；牵头单位：{}"},
                r.id(), iso(*r.done_on), days(*r.done_on - *r.due), iso(*r.due),
                lead_or_nobody(r.lead)),
            say({"if it was done before the report, enter the day as the item's `done`",
                 "如实际完成早于报告，请在事项中填写“完成日期”"}));
  }
}

}  // namespace lianxi::resolution_done_late_rule

namespace lianxi::rules {
extern constinit const FollowupRule resolution_done_late{
    {"resolution-done-late",
     Severity::warning,
     {"A resolution was done after its due date.", "决议超过时限才完成。"},
     {"It is done, and still the others waited for it. Where many are late, the dates that the "
      "meetings set are not ones the units can keep.",
      "事办成了，但让别的单位等了。晚的多了，说明会上定的时限并不切合实际。"},
     {R"(meetings:
  - id: 2017-q2
    kind: regular
    date: 2017-06-20
    resolutions:
      - {id: r1, text: Put up signs, lead: office, due: 2017-08-31}
followups:
  - meeting: 2017-q2
    unit: office
    date: 2017-09-18
    items:
      - {resolution: r1, status: done}
)",
      R"(会议:
  - 编号: 2017-q2
    类型: 例会
    日期: 2017-06-20
    决议:
      - {编号: r1, 内容: 增设换乘指引, 牵头单位: 综合办, 完成时限: 2017-08-31}
落实报告:
  - 会议: 2017-q2
    单位: 综合办
    日期: 2017-09-18
    事项:
      - {决议: r1, 状态: 已完成}
)"},
     {R"(meetings:
  - id: 2017-q2
    kind: regular
    date: 2017-06-20
    resolutions:
      - {id: r1, text: Put up signs, lead: office, due: 2017-08-31}
followups:
  - meeting: 2017-q2
    unit: office
    date: 2017-09-18
    items:
      - {resolution: r1, status: done, done: 2017-08-29}
)",
      R"(会议:
  - 编号: 2017-q2
    类型: 例会
    日期: 2017-06-20
    决议:
      - {编号: r1, 内容: 增设换乘指引, 牵头单位: 综合办, 完成时限: 2017-08-31}
落实报告:
  - 会议: 2017-q2
    单位: 综合办
    日期: 2017-09-18
    事项:
      - {决议: r1, 状态: 已完成, 完成日期: 2017-08-29}
)"}},
    resolution_done_late_rule::check};
}  // namespace lianxi::rules
