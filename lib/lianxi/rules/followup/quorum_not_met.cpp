#include <lianxi/followup/compliance.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::quorum_not_met_rule {

/// Whether fewer of the members were present than that part of them.
static bool is_below(const MeetingCompliance& m, Fraction quorum) {
  const auto members = std::int64_t(m.members.size());
  return members > 0 && std::int64_t(m.present) * quorum.under < members * quorum.over;
}

static void check(const Compliance& c, FindingSink& out) {
  for (const MeetingCompliance& m : c.meetings) {
    const auto& rule = c.book.policy_on(m.date).quorum;
    if (!rule || !m.has_sign_in || !is_below(m, *rule->least)) continue;
    const Fraction quorum = *rule->least;
    out.add(m.meeting->attendance.at(), name_of(*m.meeting), {m.date, Nature::fact},
            say({"{} of {} members were present at {}; the quorum is {}/{}",
                 "应到 {1} 个成员单位，实到 {0} 个，会议 {2} 未达法定人数 {3}/{4}"},
                m.present, m.members.size(), *m.meeting->id, quorum.over, quorum.under),
            say({"complete the sign-in, or have the next meeting confirm what was resolved",
                 "请核对签到；确未达到的，应由下次会议追认决议"}));
  }
}

}  // namespace lianxi::quorum_not_met_rule

namespace lianxi::rules {
extern constinit const FollowupRule quorum_not_met{
    {"quorum-not-met",
     Severity::error,
     {"Too few members were present at a meeting.", "到会成员单位未达法定人数。"},
     {"The alliance has set how many of its members must be present before it resolves anything "
      "(`policy.quorum`). Leave does not count as presence.",
      "联盟在制度中规定了议事的法定人数（“法定人数”）。请假不算出席；人数不够时作出的决议难以服众"
      "。"},
     {R"(alliance:
  name: Station Area Alliance
  founded: 2013-04-28
  office: office
  policy: {quorum: 2/3}
units:
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
      R"(联盟:
  名称: 站区党建联盟
  成立日期: 2013-04-28
  办公室: 综合办
  制度: {法定人数: 2/3}
单位:
  - {编号: 综合办, 名称: 站综合管理办公室}
  - {编号: 地铁站, 名称: 地铁南京南站}
会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    签到:
      出席: [综合办]
      请假: [{单位: 地铁站, 事由: 节日值班}]
)"},
     {R"(alliance:
  name: Station Area Alliance
  founded: 2013-04-28
  office: office
  policy: {quorum: 2/3}
units:
  - {id: office, name: Station office}
  - {id: metro, name: Metro station}
meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    attendance:
      present: [office, metro]
)",
      R"(联盟:
  名称: 站区党建联盟
  成立日期: 2013-04-28
  办公室: 综合办
  制度: {法定人数: 2/3}
单位:
  - {编号: 综合办, 名称: 站综合管理办公室}
  - {编号: 地铁站, 名称: 地铁南京南站}
会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    签到:
      出席: [综合办, 地铁站]
)"}},
    quorum_not_met_rule::check};
}  // namespace lianxi::rules
