#include <lianxi/followup/compliance.hpp>
#include <lianxi/records/followups.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::dropped_without_reason_rule {

static void check(const Compliance& c, FindingSink& out) {
  for (const ResolutionCompliance& r : c.resolutions) {
    if (r.status != ResolutionStatus::dropped) continue;
    const auto& [report, item] = r.items.back();
    if (item->reason.given()) continue;
    auto& finding = out.add(
        r.resolution->at, name_of(*r.meeting, *r.resolution), {*report->date, Nature::open, r.lead},
        say({"{} dropped {} on {} and gave no reason", "{0} 于 {2} 终止决议 {1}，未说明原因"},
            *report->unit, r.id(), iso(*report->date)),
        say({"enter the item's `reason`", "请在该事项中填写“原因”"}));
    finding.related.push_back({item->status.at(), say({"dropped here", "终止写在这里"})});
  }
}

}  // namespace lianxi::dropped_without_reason_rule

namespace lianxi::rules {
extern constinit const FollowupRule dropped_without_reason{
    {"dropped-without-reason",
     Severity::error,
     {"A resolution was dropped without a reason.", "终止决议没有说明原因。"},
     {"All members resolved it, and one of them gives it up. The others are owed the reason, and "
      "the "
      "next meeting judges it.",
      "决议是全体成员单位共同作出的，由一家终止，应当向大家说明原因，供下次会议评议。"},
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
      - {resolution: r1, status: dropped}
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
      - {决议: r1, 状态: 已终止}
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
      - {resolution: r1, status: dropped, reason: the railway put up its own}
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
      - {决议: r1, 状态: 已终止, 原因: 铁路方面已统一设置}
)"}},
    dropped_without_reason_rule::check};
}  // namespace lianxi::rules
