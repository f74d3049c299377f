#include <unordered_map>

#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::present_and_on_leave_rule {
namespace {

void check_meeting(const Meeting& meeting, FindingSink& out) {
  std::unordered_map<std::string_view, Place> present;
  for (const Present& unit : meeting.attendance->present)
    if (unit.unit) present.emplace(*unit.unit, unit.unit.at());
  for (const Leave& leave : meeting.attendance->leave) {
    const auto at = leave.unit ? present.find(*leave.unit) : present.end();
    if (at == present.end()) continue;
    auto& finding =
        out.add(leave.unit.at(), name_of(meeting),
                say({"{} is on leave and present as well", "{} 既请假又出席"}, *leave.unit),
                say({"leave it in one of the two lists", "请只保留在其中一张名单里"}));
    finding.related.push_back({at->second, say({"present here", "出席名单写在这里"})});
    present.erase(at);  // once a unit
  }
}

void check(const ValidateCase& c, FindingSink& out) {
  for (const Meeting& meeting : c.book.meetings)
    if (meeting.attendance && !meeting.attendance->leave.empty()) check_meeting(meeting, out);
}

}  // namespace

}  // namespace lianxi::present_and_on_leave_rule

namespace lianxi::rules {
extern constinit const ValidateRule present_and_on_leave{
    {"present-and-on-leave",
     Severity::error,
     {"A unit is both present and on leave at one meeting.", "同一单位在一次会议中既出席又请假。"},
     {"It can only have been one of the two, and the attendance of the unit depends on which.",
      "两者只能居其一，出席率怎么算也取决于此。"},
     {R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    attendance:
      present: [north, metro]
      leave:
        - {unit: metro, reason: heavy traffic}
)",
      R"(会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    签到:
      出席: [北广场, 地铁站]
      请假:
        - {单位: 地铁站, 事由: 大客流值守}
)"},
     {R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    attendance:
      present: [north]
      leave:
        - {unit: metro, reason: heavy traffic}
)",
      R"(会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    签到:
      出席: [北广场]
      请假:
        - {单位: 地铁站, 事由: 大客流值守}
)"}},
    present_and_on_leave_rule::check};
}  // namespace lianxi::rules
