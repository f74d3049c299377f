#include <algorithm>

#include <lianxi/base/unreadable.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::topics_not_solicited_rule {

static bool has_solicited(const MeetingCompliance& m, Date last) {
  if (is_unreadable(m.meeting->topics)) return true;
  return std::ranges::any_of(m.meeting->topics, [&](const Topic& topic) {
    return is_unreadable(topic.solicited) || (topic.solicited && *topic.solicited <= last);
  });
}

static void check(const Compliance& c, FindingSink& out) {
  for (const MeetingCompliance& m : c.meetings) {
    const bool is_regular = m.meeting->kind && *m.meeting->kind == MeetingKind::regular;
    const Date last = m.date - *c.book.policy_on(m.date).topics_days;
    if (!is_regular || has_solicited(m, last)) continue;
    out.add(
        m.meeting->at, name_of(*m.meeting), {m.date, Nature::fact},
        say({"no topic of {} on {} was handed in by {}", "会议 {}（{}）没有在 {} 及以前征集的议题"},
            *m.meeting->id, iso(m.date), iso(last)),
        say({"enter each topic's `solicited` day, and ask the units for topics with the notice",
             "请在议题下填写“征集日期”；下次随会议通知一并征集议题"}));
  }
}

}  // namespace lianxi::topics_not_solicited_rule

namespace lianxi::rules {
extern constinit const FollowupRule topics_not_solicited{
    {"topics-not-solicited",
     Severity::warning,
     {"No topic of a regular meeting was asked for beforehand.", "例会前没有征集议题。"},
     {"A conference of equals deals with what its members bring to it. Where no topic was handed "
      "in "
      "before the meeting, the agenda was the office's alone.",
      "平等协商，议的应是各成员单位提出的事。会前一个议题也没有征集，议程就成了办公室一家的议程。"},
     {R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    topics:
      - {id: t1, title: Waiting room for night trains}
)",
      R"(会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    议题:
      - {编号: t1, 标题: 夜间候车室开放}
)"},
     {R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    topics:
      - {id: t1, title: Waiting room for night trains, solicited: 2017-09-12}
)",
      R"(会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    议题:
      - {编号: t1, 标题: 夜间候车室开放, 征集日期: 2017-09-12}
)"}},
    topics_not_solicited_rule::check};
}  // namespace lianxi::rules
