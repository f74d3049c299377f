#include <fmt/format.h>

#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/followup/turns_of_phrase.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::consensus_with_objection_rule {
namespace {

void check_topic(const Meeting& meeting, const Topic& topic, FindingSink& out) {
  std::vector<Related> objections;
  std::vector<std::string_view> units;
  for (const Stance& stance : topic.stances) {
    if (!stance.stance || *stance.stance != Attitude::object) continue;
    units.push_back(stance.unit.value_or("?"));
    objections.push_back({stance.stance.at(), say({"{} objects", "{} 反对"}, units.back())});
  }
  if (objections.empty()) return;
  auto& finding = out.add(
      topic.outcome.at(), name_of(meeting, topic),
      say({"there is no consensus: objections by {}", "{} 反对，不能算达成共识"}, listed(units)),
      say({"correct the outcome or the stance", "请更正结果或态度"}));
  finding.related = std::move(objections);
}

void check(const ValidateCase& c, FindingSink& out) {
  for (const Meeting& meeting : c.book.meetings)
    for (const Topic& topic : meeting.topics)
      if (topic.outcome && *topic.outcome == Outcome::consensus) check_topic(meeting, topic, out);
}

}  // namespace

}  // namespace lianxi::consensus_with_objection_rule

namespace lianxi::rules {
extern constinit const ValidateRule consensus_with_objection{
    {"consensus-with-objection",
     Severity::error,
     {"A topic is said to have found consensus although a unit objected.",
      "有单位反对，议题却写成达成共识。"},
     {"Consensus means that nobody objects. Either the objection was withdrawn and the stance "
      "has to say so, or the topic was not agreed on.",
      "达成共识就是无人反对。要么反对意见已经撤回，应当更正态度；要么这个议题并未形成共识。"},
     {R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    topics:
      - id: t1
        title: Night buses
        outcome: consensus
        stances:
          - {unit: bus, stance: object}
)",
      R"(会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    议题:
      - 编号: t1
        标题: 夜间公交接驳
        结果: 达成共识
        各单位意见:
          - {单位: 公交场站, 态度: 反对}
)"},
     {R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    topics:
      - id: t1
        title: Night buses
        outcome: no_consensus
        stances:
          - {unit: bus, stance: object}
)",
      R"(会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    议题:
      - 编号: t1
        标题: 夜间公交接驳
        结果: 未达成共识
        各单位意见:
          - {单位: 公交场站, 态度: 反对}
)"}},
    consensus_with_objection_rule::check};
}  // namespace lianxi::rules
