#include <fmt/format.h>

#include <lianxi/book/unit_ids.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/meeting_papers.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/followup/turns_of_phrase.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::minutes_not_sent_rule {

/// The members whom they did not reach. They go to all where they name none that can be read.
static std::vector<std::string_view> left_out(const Compliance& c, const MeetingCompliance& m) {
  std::vector<std::string_view> ids;
  if (m.meeting->minutes->to.empty()) return ids;
  for (const Attending& member : m.members)
    if (!minutes_sent_to(c.book, *m.meeting, *member.unit, c.as_of))
      ids.push_back(id_of(*member.unit));
  return ids;
}

static void check(const Compliance& c, FindingSink& out) {
  for (const MeetingCompliance& m : c.meetings) {
    const Minutes* minutes = minutes_by(*m.meeting, c.as_of);
    if (!minutes) continue;
    const auto ids = left_out(c, m);
    if (ids.empty()) continue;
    out.add(minutes->to.at(), name_of(*m.meeting), {*minutes->issued, Nature::open},
            say({"the minutes of {} did not go to: {}", "会议 {} 的纪要未发送：{}"}, *m.meeting->id,
                listed(ids)),
            say({"send them, and enter `resent: [{{unit: {}, date: …}}]`",
                 "请补发，并登记“补发: [{{单位: {}, 日期: …}}]”"},
                ids.front()));
  }
}

}  // namespace lianxi::minutes_not_sent_rule

namespace lianxi::rules {
extern constinit const FollowupRule minutes_not_sent{
    {"minutes-not-sent",
     Severity::error,
     {"Issued minutes did not go to every member.", "会议纪要没有发到全体成员单位。"},
     {"The minutes are sent to every member, whether it came or not: no unit can report on "
      "resolutions that it was never sent. What was sent later is entered under `resent`.",
      "纪要应发到每个成员单位，到会与否都要发：没有收到纪要，就谈不上报告落实情况。事后补发的记入“"
      "补发”。"},
     {R"(units:
  - {id: office, name: Station office}
  - {id: metro, name: Metro station}
meetings:
  - id: 2017-q2
    kind: regular
    date: 2017-06-20
    minutes:
      issued: 2017-06-27
      to: [office]
)",
      R"(单位:
  - {编号: 综合办, 名称: 站综合管理办公室}
  - {编号: 地铁站, 名称: 地铁南京南站}
会议:
  - 编号: 2017-q2
    类型: 例会
    日期: 2017-06-20
    会议纪要:
      印发日期: 2017-06-27
      发送单位: [综合办]
)"},
     {R"(units:
  - {id: office, name: Station office}
  - {id: metro, name: Metro station}
meetings:
  - id: 2017-q2
    kind: regular
    date: 2017-06-20
    minutes:
      issued: 2017-06-27
      to: [office]
      resent: [{unit: metro, date: 2017-07-03}]
)",
      R"(单位:
  - {编号: 综合办, 名称: 站综合管理办公室}
  - {编号: 地铁站, 名称: 地铁南京南站}
会议:
  - 编号: 2017-q2
    类型: 例会
    日期: 2017-06-20
    会议纪要:
      印发日期: 2017-06-27
      发送单位: [综合办]
      补发: [{单位: 地铁站, 日期: 2017-07-03}]
)"}},
    minutes_not_sent_rule::check};
}  // namespace lianxi::rules
