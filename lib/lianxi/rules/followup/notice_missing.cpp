#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/meeting_papers.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::notice_missing_rule {

static bool is_unknown(const Meeting& meeting) {
  return is_unreadable(meeting.notice) || (meeting.notice && is_unreadable(meeting.notice->date));
}

static void check(const Compliance& c, FindingSink& out) {
  for (const MeetingCompliance& m : c.meetings) {
    if (notice_by(*m.meeting, c.as_of) || is_unknown(*m.meeting)) continue;
    out.add(m.meeting->at, name_of(*m.meeting), {m.date, Nature::open},
            say({"no notice was given of the meeting {} on {}", "会议 {}（{}）没有会议通知"},
                *m.meeting->id, iso(m.date)),
            say({"enter `notice: {{date: …}}`, the day on which the members were told",
                 "请补录“会议通知: {{日期: …}}”，写明通知发出之日"}));
  }
}

}  // namespace lianxi::notice_missing_rule

namespace lianxi::rules {
extern constinit const FollowupRule notice_missing{
    {"notice-missing",
     Severity::error,
     {"A meeting was held without a notice.", "召开会议没有发出通知。"},
     {"The members are equals, and nobody can order another to come: they can only be told in "
      "time. "
      "A meeting without a notice on record binds none of those who stayed away.",
      "成员单位地位平等，谁也不能命令谁到会，只能提前告知。没有通知记录的会议，对未到会的单位难以有"
      "约束力。"},
     {R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
)",
      R"(会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
)"},
     {R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    notice: {date: 2017-09-13}
)",
      R"(会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    会议通知: {日期: 2017-09-13}
)"}},
    notice_missing_rule::check};
}  // namespace lianxi::rules
