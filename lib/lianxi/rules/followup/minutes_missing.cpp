#include <fmt/format.h>

#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/meeting_papers.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/followup/turns_of_phrase.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::minutes_missing_rule {

static bool is_unknown(const Meeting& meeting) {
  return is_unreadable(meeting.minutes) ||
         (meeting.minutes && is_unreadable(meeting.minutes->issued));
}

static void check(const Compliance& c, FindingSink& out) {
  for (const MeetingCompliance& m : c.meetings) {
    const Date last = last_day_for_minutes(c, m);
    if (c.as_of <= last || minutes_by(*m.meeting, c.as_of) || is_unknown(*m.meeting)) continue;
    out.add(m.meeting->at, name_of(*m.meeting), {last + 1, Nature::open},
            say({"the minutes of {} were to be issued by {}, {} ago, and are not",
                 "会议 {} 的纪要最迟应于 {} 印发，已逾期 {}，仍未印发"},
                *m.meeting->id, iso(last), days(c.as_of - last)),
            say({"issue them, and enter `minutes: {{issued: …}}`",
                 "请尽快印发，并补录“会议纪要: {{印发日期: …}}”"}));
  }
}

}  // namespace lianxi::minutes_missing_rule

namespace lianxi::rules {
extern constinit const FollowupRule minutes_missing{
    {"minutes-missing",
     Severity::error,
     {"The minutes of a meeting were not issued.", "会议纪要没有印发。"},
     {"Units act on the minutes, not on what they remember. The policy says within how many days "
      "of "
      "the meeting they are issued (`minutes_days`, 7 where it says nothing).",
      "各单位按纪要办事，不靠各自回忆。制度规定了会后印发纪要的天数（“纪要印发天数”，未规定时为 7 "
      "天）。"},
     {R"(# as of 2017-09-30
meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
)",
      R"(# 截至 2017-09-30
会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
)"},
     {R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    minutes: {issued: 2017-09-26}
)",
      R"(会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    会议纪要: {印发日期: 2017-09-26}
)"}},
    minutes_missing_rule::check};
}  // namespace lianxi::rules
