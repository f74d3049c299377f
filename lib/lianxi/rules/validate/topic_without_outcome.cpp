#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::topic_without_outcome_rule {
static void check(const ValidateCase& c, FindingSink& out) {
  for (const Meeting& meeting : c.book.meetings) {
    if (meeting.resolutions.empty() && !meeting.minutes) continue;
    for (const Topic& topic : meeting.topics)
      if (!topic.outcome.given())
        out.add(topic.at, name_of(meeting, topic),
                say({"this topic has no outcome", "这个议题没有写结果"}),
                say({"enter its `outcome`: consensus, no_consensus, deferred or noted",
                     "请写明“结果”：达成共识、未达成共识、暂缓或知悉"}));
  }
}
}  // namespace lianxi::topic_without_outcome_rule

namespace lianxi::rules {
extern constinit const ValidateRule topic_without_outcome{
    {"topic-without-outcome",
     Severity::warning,
     {"A meeting has resolutions or minutes, but a topic of it has no outcome.",
      "会议已有决议或纪要，但有议题没有写结果。"},
     {"Once a meeting has been written up, every topic was agreed on, put off, noted or left "
      "without consensus. One without an outcome is lost: no rule can ask for it again.",
      "会议既已成文，每个议题就应有结果：达成共识、未达成共识、暂缓或知悉。没有结果的议题就丢了，"
      "以后也没有规则会再过问。"},
     {R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    topics:
      - {id: t1, title: Night buses}
    minutes: {issued: 2017-09-22}
)",
      R"(会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    议题:
      - {编号: t1, 标题: 夜间公交接驳}
    会议纪要: {印发日期: 2017-09-22}
)"},
     {R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    topics:
      - {id: t1, title: Night buses, outcome: deferred}
    minutes: {issued: 2017-09-22}
)",
      R"(会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    议题:
      - {编号: t1, 标题: 夜间公交接驳, 结果: 暂缓}
    会议纪要: {印发日期: 2017-09-22}
)"}},
    topic_without_outcome_rule::check};
}  // namespace lianxi::rules
