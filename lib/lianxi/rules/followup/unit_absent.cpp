#include <fmt/format.h>

#include <lianxi/book/unit_ids.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/record_names.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::unit_absent_rule {

static void check(const Compliance& c, FindingSink& out) {
  for (const MeetingCompliance& m : c.meetings)
    for (const Attending& member : m.members) {
      if (member.presence != Presence::absent) continue;
      out.add(m.meeting->id.at(), name_of_unit_in(*m.meeting, id_of(*member.unit)),
              {m.date, Nature::fact, id_of(*member.unit)},
              say({"{} neither came to {} on {} nor asked for leave",
                   "{} 既未出席会议 {}（{}），也未请假"},
                  id_of(*member.unit), *m.meeting->id, iso(m.date)),
              say({"ask the unit, and enter it under `present` or, with the reason, under `leave`",
                   "请向该单位核实，补入“出席”，或写明事由补入“请假”"}));
    }
}

}  // namespace lianxi::unit_absent_rule

namespace lianxi::rules {
extern constinit const FollowupRule unit_absent{
    {"unit-absent",
     Severity::warning,
     {"A member neither came to a meeting nor asked for leave.", "成员单位既未到会也未请假。"},
     {"Leave can be asked for, so a unit on neither list was missed by nobody. Whoever stays away "
      "without a word cannot be held to what the others resolved.",
      "不能到会可以请假；两处都没有的单位，等于不打招呼就缺席。一再无故缺席，大家商定的事就落不到它"
      "头上。"},
     {R"(units:
  - {id: office, name: Station office}
  - {id: metro, name: Metro station}
meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    attendance:
      present: [office]
)",
      R"(单位:
  - {编号: 综合办, 名称: 站综合管理办公室}
  - {编号: 地铁站, 名称: 地铁南京南站}
会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    签到:
      出席: [综合办]
)"},
     {R"(units:
  - {id: office, name: Station office}
  - {id: metro, name: Metro station}
meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    attendance:
      present: [office]
      leave: [{unit: metro, reason: on duty for the holiday}]
)",
      R"(单位:
  - {编号: 综合办, 名称: 站综合管理办公室}
  - {编号: 地铁站, 名称: 地铁南京南站}
会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    签到:
      出席: [综合办]
      请假: [{单位: 地铁站, 事由: 节日值班}]
)"}},
    unit_absent_rule::check};
}  // namespace lianxi::rules
