#include <algorithm>

#include <lianxi/base/unreadable.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::sign_in_missing_rule {

/// Whether a list may name somebody, although nothing that it names could be read.
template <class Entries>
static bool is_unknown(const Entries& entries) {
  const auto names_nobody = [](const auto& entry) { return !entry.unit; };
  return entries.given() && (entries.empty() || std::ranges::any_of(entries, names_nobody));
}

static bool is_unknown(const Meeting& meeting) {
  if (is_unreadable(meeting.attendance)) return true;
  return meeting.attendance &&
         (is_unknown(meeting.attendance->present) || is_unknown(meeting.attendance->leave));
}

static void check(const Compliance& c, FindingSink& out) {
  for (const MeetingCompliance& m : c.meetings) {
    if (m.has_sign_in || is_unknown(*m.meeting)) continue;
    out.add(m.meeting->at, name_of(*m.meeting), {m.date, Nature::open},
            say({"nobody signed in to {} on {}, and nobody asked for leave",
                 "会议 {}（{}）没有签到，也没有请假记录"},
                *m.meeting->id, iso(m.date)),
            say({"enter `attendance` from the sign-in sheet: who was present, and who was on leave "
                 "and why",
                 "请按签到表补录“签到”：出席的单位，以及请假的单位和事由"}));
  }
}

}  // namespace lianxi::sign_in_missing_rule

namespace lianxi::rules {
extern constinit const FollowupRule sign_in_missing{
    {"sign-in-missing",
     Severity::error,
     {"A meeting has no sign-in.", "会议没有签到记录。"},
     {"What was resolved binds those who took part, so the sign-in is kept of every meeting. "
      "Without "
      "it nobody can say who was there, who asked for leave and whether there was a quorum.",
      "决议约束到会的单位，所以每次会议都要签到。没有签到，就说不清谁到会、谁请假、够不够法定人数"
      "。"},
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
    attendance:
      present: [office]
      leave: [{unit: metro, reason: on duty for the holiday}]
)",
      R"(会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    签到:
      出席: [综合办]
      请假: [{单位: 地铁站, 事由: 节日值班}]
)"}},
    sign_in_missing_rule::check};
}  // namespace lianxi::rules
