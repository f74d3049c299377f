#include <fmt/format.h>

#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/meeting_papers.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/followup/turns_of_phrase.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::minutes_late_rule {

static void check(const Compliance& c, FindingSink& out) {
  for (const MeetingCompliance& m : c.meetings) {
    const Minutes* minutes = minutes_by(*m.meeting, c.as_of);
    const Date last = last_day_for_minutes(c, m);
    if (!minutes || *minutes->issued <= last) continue;
    out.add(minutes->issued.at(), name_of(*m.meeting), {*minutes->issued, Nature::fact},
            say({"the minutes of {} were issued on {}, {} late; the last day was {}",
                 "会议 {} 的纪要于 {} 印发，迟了 {}；最迟应于 {} 印发"},
                *m.meeting->id, iso(*minutes->issued), days(*minutes->issued - last), iso(last)),
            say({"draw up the next minutes within {} of the meeting", "下次请在会后 {}内印发纪要"},
                days(*c.book.policy_on(m.date).minutes_days)));
  }
}

}  // namespace lianxi::minutes_late_rule

namespace lianxi::rules {
extern constinit const FollowupRule minutes_late{
    {"minutes-late",
     Severity::warning,
     {"The minutes of a meeting were issued late.", "会议纪要印发太晚。"},
     {"Every day without minutes is a day on which nobody acts on them, while due dates run on. "
      "The "
      "policy says within how many days they are issued (`minutes_days`, 7 where it says nothing).",
      "纪要晚一天，落实就晚一天，而完成时限并不等人。制度规定了会后印发纪要的天数（“纪要印发天数”，"
      "未规定时"
      "为 7 天）。"},
     {R"(meetings:
  - id: 2017-q2
    kind: regular
    date: 2017-06-20
    minutes: {issued: 2017-06-28}
)",
      R"(会议:
  - 编号: 2017-q2
    类型: 例会
    日期: 2017-06-20
    会议纪要: {印发日期: 2017-06-28}
)"},
     {R"(meetings:
  - id: 2017-q2
    kind: regular
    date: 2017-06-20
    minutes: {issued: 2017-06-27}
)",
      R"(会议:
  - 编号: 2017-q2
    类型: 例会
    日期: 2017-06-20
    会议纪要: {印发日期: 2017-06-27}
)"}},
    minutes_late_rule::check};
}  // namespace lianxi::rules
