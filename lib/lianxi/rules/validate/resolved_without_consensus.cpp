#include <fmt/format.h>

#include <lianxi/base/unreadable.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/rule.hpp>
#include <lianxi/rules/validate/part_index.hpp>

namespace lianxi::resolved_without_consensus_rule {
namespace {

void report(const Meeting& meeting, const Resolution& resolution, const Topic& topic,
            FindingSink& out) {
  const Text& ref = resolution.topic;
  auto& finding = topic.outcome
                      ? out.add(ref.at(), name_of(meeting, resolution),
                                say({"resolved on topic {}, whose outcome is {}",
                                     "依据议题 {} 作出决议，而该议题的结果是“{}”"},
                                    *ref,
                                    Bilingual{outcome_words[std::size_t(*topic.outcome)].en,
                                              outcome_words[std::size_t(*topic.outcome)].zh}))
                      : out.add(ref.at(), name_of(meeting, resolution),
                                say({"resolved on topic {}, which has no outcome",
                                     "依据议题 {} 作出决议，而该议题没有写结果"},
                                    *ref));
  finding.hint = say({"enter `outcome: consensus` if there was one, or withdraw the resolution",
                      "如确已达成共识，请登记“结果: 达成共识”；否则不应形成决议"});
  finding.related.push_back(
      {topic.outcome ? topic.outcome.at() : topic.at, say({"the topic", "该议题"})});
}

void check(const ValidateCase& c, FindingSink& out) {
  for (const Meeting& meeting : c.book.meetings) {
    if (meeting.resolutions.empty()) continue;
    const PartIndex topics(meeting.topics);
    for (const Resolution& resolution : meeting.resolutions) {
      const Topic* topic = resolution.topic ? topics.find(*resolution.topic) : nullptr;
      if (!topic || is_unreadable(topic->outcome)) continue;
      if (!topic->outcome || *topic->outcome != Outcome::consensus)
        report(meeting, resolution, *topic, out);
    }
  }
}

}  // namespace

}  // namespace lianxi::resolved_without_consensus_rule

namespace lianxi::rules {
extern constinit const ValidateRule resolved_without_consensus{
    {"resolved-without-consensus",
     Severity::error,
     {"A resolution rests on a topic on which there was no consensus.",
      "决议所依据的议题没有达成共识。"},
     {"The conference decides by consensus. What was put off, only noted or objected to binds "
      "nobody, and a topic without an outcome has not been decided yet.",
      "联席会议以共识作出决议。暂缓、仅知悉或未达成共识的议题，对谁都没有约束力；没有写结果的，等"
      "于还没有议定。"},
     {R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    topics:
      - {id: t1, title: Night buses, outcome: deferred}
    resolutions:
      - {id: r1, text: Run night buses, topic: t1, lead: bus, due: 2017-10-31}
)",
      R"(会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    议题:
      - {编号: t1, 标题: 夜间公交接驳, 结果: 暂缓}
    决议:
      - {编号: r1, 内容: 增开夜间公交, 议题: t1, 牵头单位: 公交场站, 完成时限: 2017-10-31}
)"},
     {R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    topics:
      - {id: t1, title: Night buses, outcome: consensus}
    resolutions:
      - {id: r1, text: Run night buses, topic: t1, lead: bus, due: 2017-10-31}
)",
      R"(会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    议题:
      - {编号: t1, 标题: 夜间公交接驳, 结果: 达成共识}
    决议:
      - {编号: r1, 内容: 增开夜间公交, 议题: t1, 牵头单位: 公交场站, 完成时限: 2017-10-31}
)"}},
    resolved_without_consensus_rule::check};
}  // namespace lianxi::rules
