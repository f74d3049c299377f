#include <fmt/format.h>
#include <string>
#include <unordered_map>

#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/record_names.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::deferred_topic_lost_rule {
namespace {

/// The last day on which a held meeting took up each topic.
using TakenUp = std::unordered_map<const Topic*, Date>;

TakenUp taken_up_by(const Book& book, Date as_of) {
  TakenUp last;
  for (const Meeting& meeting : book.meetings) {
    if (!is_held(meeting, as_of)) continue;
    for (const Topic& topic : meeting.topics) {
      if (!topic.from) continue;
      Date& day = last.try_emplace(book.topic(*topic.from).part, *meeting.date).first->second;
      if (day < *meeting.date) day = *meeting.date;
    }
  }
  return last;
}

bool was_put_off(const Topic& topic) {
  return topic.outcome &&
         (*topic.outcome == Outcome::deferred || *topic.outcome == Outcome::no_consensus);
}

bool is_lost(const MeetingCompliance& m, const Topic& topic, const TakenUp& taken_up) {
  const auto at = taken_up.find(&topic);
  return at == taken_up.end() || at->second <= m.date;
}

/// What found no consensus was not put off: nobody agreed to that either.
Bilingual what_became_of(const Topic& topic) {
  if (*topic.outcome == Outcome::deferred) return {"was put off", "搁置"};
  return {"found no consensus", "未达成共识"};
}

void add(const MeetingCompliance& m, const Topic& topic, FindingSink& out) {
  out.add(topic.outcome.at(), smallest_name(*m.meeting, topic), {*m.next->date, Nature::open},
          say({"topic {} of {} {} on {} and no later meeting took it up, though {} was held on {}",
               "会议 {1} 的议题 {0} 于 {3} {2}，此后的会议（含 {5} 的 {4}）均未承接"},
              topic.id.value_or("?"), *m.meeting->id, what_became_of(topic), iso(m.date),
              *m.next->id, iso(*m.next->date)),
          say({"put it on the next agenda, with `from: {}/{}`",
               "请列入下次会议议题，注明“承接议题: {}/{}”"},
              *m.meeting->id, topic.id.value_or("?")));
}

void check(const Compliance& c, FindingSink& out) {
  const TakenUp taken_up = taken_up_by(c.book, c.as_of);
  for (const MeetingCompliance& m : c.meetings) {
    if (!m.next || *m.next->date > c.as_of) continue;
    for (const Topic& topic : m.meeting->topics)
      if (was_put_off(topic) && is_lost(m, topic, taken_up)) add(m, topic, out);
  }
}

}  // namespace

}  // namespace lianxi::deferred_topic_lost_rule

namespace lianxi::rules {
extern constinit const FollowupRule deferred_topic_lost{
    {"deferred-topic-lost",
     Severity::warning,
     {"A topic was put off and never taken up again.", "搁置的议题此后没有再议。"},
     {"What found no consensus does not enter the resolutions, but it has not gone away. The next "
      "meetings take it up and name it in `from`, even if only to note that it is settled.",
      "未达成共识的事不写入决议，但问题还在。此后的会议应继续讨论，并在“承接议题”中注明，哪怕只是知"
      "悉其已"
      "解决。"},
     {R"(# as of 2017-09-30
meetings:
  - id: 2017-q2
    kind: regular
    date: 2017-06-20
    topics:
      - {id: t1, title: Night buses, outcome: deferred}
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    topics:
      - {id: t1, title: First aid posts, outcome: consensus}
)",
      R"(# 截至 2017-09-30
会议:
  - 编号: 2017-q2
    类型: 例会
    日期: 2017-06-20
    议题:
      - {编号: t1, 标题: 夜间公交接驳, 结果: 暂缓}
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    议题:
      - {编号: t1, 标题: 急救点布设, 结果: 达成共识}
)"},
     {R"(meetings:
  - id: 2017-q2
    kind: regular
    date: 2017-06-20
    topics:
      - {id: t1, title: Night buses, outcome: deferred}
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    topics:
      - {id: t1, title: First aid posts, outcome: consensus}
      - {id: t2, title: Night buses, outcome: consensus, from: 2017-q2/t1}
)",
      R"(会议:
  - 编号: 2017-q2
    类型: 例会
    日期: 2017-06-20
    议题:
      - {编号: t1, 标题: 夜间公交接驳, 结果: 暂缓}
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    议题:
      - {编号: t1, 标题: 急救点布设, 结果: 达成共识}
      - {编号: t2, 标题: 夜间公交接驳, 结果: 达成共识, 承接议题: 2017-q2/t1}
)"}},
    deferred_topic_lost_rule::check};
}  // namespace lianxi::rules
