#include <fmt/format.h>

#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/meeting_papers.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/followup/turns_of_phrase.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::notice_late_rule {

static Message message_for(const MeetingCompliance& m, Date given, int asked) {
  if (given > m.date)
    return say({"notice of {} was given on {}, {} after the meeting; {} before it are asked for",
                "会议 {} 的通知于 {} 发出，晚于会议 {}；制度要求提前 {}"},
               *m.meeting->id, iso(given), days(given - m.date), days(asked));
  return say({"notice of {} was given on {}, {} before the meeting; {} are asked for",
              "会议 {} 的通知于 {} 发出，仅提前 {}；制度要求提前 {}"},
             *m.meeting->id, iso(given), days(m.date - given), days(asked));
}

static void check(const Compliance& c, FindingSink& out) {
  for (const MeetingCompliance& m : c.meetings) {
    const int asked = *c.book.policy_on(m.date).notice_days;
    const Notice* notice = notice_by(*m.meeting, c.as_of);
    const bool is_regular = m.meeting->kind && *m.meeting->kind == MeetingKind::regular;
    if (!notice || !is_regular || m.date - *notice->date >= asked) continue;
    out.add(notice->date.at(), name_of(*m.meeting), {m.date, Nature::fact},
            message_for(m, *notice->date, asked),
            say({"give notice of the next meeting at least {} before it; a meeting that could not "
                 "wait is a "
                 "special one",
                 "下次请至少提前 {}通知；确属紧急的，应按临时会议登记"},
                days(asked)));
  }
}

}  // namespace lianxi::notice_late_rule

namespace lianxi::rules {
extern constinit const FollowupRule notice_late{
    {"notice-late",
     Severity::warning,
     {"Notice of a regular meeting was given too late.", "例会通知发出太晚。"},
     {"Units need time to ask their own people and to bring a considered answer. The policy says "
      "how "
      "many days before a regular meeting the notice goes out (`notice_days`, 3 where it says "
      "nothing); special meetings are exempt.",
      "各单位需要时间在内部商量，才能带着成熟意见到会。制度规定了例会通知的提前天数（“通知提前天数”"
      "，"
      "未规定时为 3 天）；临时会议不受此限。"},
     {R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    notice: {date: 2017-09-18}
)",
      R"(会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    会议通知: {日期: 2017-09-18}
)"},
     {R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    notice: {date: 2017-09-17}
)",
      R"(会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    会议通知: {日期: 2017-09-17}
)"}},
    notice_late_rule::check};
}  // namespace lianxi::rules
