#include <algorithm>
#include <fmt/format.h>

#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/revisions.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/followup/turns_of_phrase.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::resolution_overdue_rule {

/// The day after it was due, but not before what made it so: the revision in force, unless it was
/// overdue already, and the report or closure since which it is finished no more.
static Date overdue_since(const ResolutionCompliance& r, Date as_of) {
  Date since = *r.due + 1;
  const Revision* revision = revision_in_force(*r.resolution, as_of);
  if (revision && r.course.status_on(*revision->date - 1) != ResolutionStatus::overdue)
    since = std::max(since, *revision->date);
  if (const auto reopened = r.course.reopened_on(as_of)) since = std::max(since, *reopened);
  return since;
}

static void check(const Compliance& c, FindingSink& out) {
  for (const ResolutionCompliance& r : c.resolutions) {
    if (r.status != ResolutionStatus::overdue) continue;
    out.add(place_of_due(*r.resolution, c.as_of), name_of(*r.meeting, *r.resolution),
            {overdue_since(r, c.as_of), Nature::open, r.lead},
            say({"{} was due on {} and has been overdue for {}; lead: {}",
                 "决议 {} 应于 {} 完成，已逾期 {}；牵头单位：{}"},
                r.id(), iso(*r.due), days(c.as_of - *r.due), lead_or_nobody(r.lead)),
            say({"have the lead report it done, or a meeting move the due date under `revisions`",
                 "已完成的请牵头单位报告完成；确需延期的，经会议批准后记入“时限调整”"}));
  }
}

}  // namespace lianxi::resolution_overdue_rule

namespace lianxi::rules {
extern constinit const FollowupRule resolution_overdue{
    {rule_names::resolution_overdue,
     Severity::error,
     {"A resolution was not done by its due date.", "决议逾期未完成。"},
     {"A due date that passes without anybody saying a word is how resolutions die. Either the "
      "lead "
      "reports it done or dropped, or a meeting moves the date and says why.",
      "时限过了没有人吭声，决议就这样不了了之。要么牵头单位报告完成或终止，要么由会议说明原因、调整"
      "时限。"},
     {R"(# as of 2017-09-30
meetings:
  - id: 2017-q2
    kind: regular
    date: 2017-06-20
    resolutions:
      - {id: r1, text: Put up signs, lead: office, due: 2017-08-31}
)",
      R"(# 截至 2017-09-30
会议:
  - 编号: 2017-q2
    类型: 例会
    日期: 2017-06-20
    决议:
      - {编号: r1, 内容: 增设换乘指引, 牵头单位: 综合办, 完成时限: 2017-08-31}
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
    date: 2017-08-30
    items:
      - {resolution: r1, status: done, result: twelve signs put up}
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
    日期: 2017-08-30
    事项:
      - {决议: r1, 状态: 已完成, 结果: 增设指引牌十二块}
)"}},
    resolution_overdue_rule::check};
}  // namespace lianxi::rules
