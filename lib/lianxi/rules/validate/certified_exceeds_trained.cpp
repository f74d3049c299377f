#include <lianxi/records/events.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::certified_exceeds_trained_rule {
static void check(const ValidateCase& c, FindingSink& out) {
  for (const Event& event : c.book.events) {
    if (!event.certified || !event.trained || event.certified->value <= event.trained->value)
      continue;
    auto& finding =
        out.add(event.certified.at(), name_of(event),
                say({"{} certified of {} trained", "持证 {} 人，而培训只有 {} 人次"},
                    with_thousands(event.certified->value), with_thousands(event.trained->value)),
                say({"correct one of the two", "请更正其中一个数"}));
    finding.related.push_back({event.trained.at(), say({"trained", "培训人次写在这里"})});
  }
}
}  // namespace lianxi::certified_exceeds_trained_rule

namespace lianxi::rules {
extern constinit const ValidateRule certified_exceeds_trained{
    {"certified-exceeds-trained",
     Severity::error,
     {"More people were certified than trained.", "持证人数多于培训人次。"},
     {"Whoever gets a certificate has been trained, so the two were swapped or one was "
      "mistyped.",
      "持证的人都经过培训，因此不是两个数写反，就是其中一个写错。"},
     {R"(events:
  - id: e1
    title: Disaster prevention day
    kind: themed_service
    date: 2017-05-12
    lead: north
    trained: 6
    certified: 16
)",
      R"(活动:
  - 编号: e1
    标题: 防灾减灾日宣传
    类型: 专题服务
    日期: 2017-05-12
    牵头单位: 北广场
    培训人次: 6
    持证人数: 16
)"},
     {R"(events:
  - id: e1
    title: Disaster prevention day
    kind: themed_service
    date: 2017-05-12
    lead: north
    trained: 16
    certified: 6
)",
      R"(活动:
  - 编号: e1
    标题: 防灾减灾日宣传
    类型: 专题服务
    日期: 2017-05-12
    牵头单位: 北广场
    培训人次: 16
    持证人数: 6
)"}},
    certified_exceeds_trained_rule::check};
}  // namespace lianxi::rules
