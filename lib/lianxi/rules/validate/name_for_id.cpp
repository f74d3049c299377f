#include <lianxi/rules/rule.hpp>

namespace lianxi::rules {
extern constinit const ValidateRule name_for_id{
    {rule_names::name_for_id,
     Severity::error,
     {"A unit is called by a name where its id belongs.", "该写单位编号之处写了名称。"},
     {"Until it is mended it counts as that unit everywhere: for an exact name, short name, alias "
      "or former name of one unit nothing is lost. But a name may change, and two units may come "
      "to share one; an id stays. `lianxi validate --fix` puts the id.",
      "更正之前，它在各处都按该单位计算：只要与某一家单位的名称、简称、别名或曾用名完全一致，就不会"
      "漏计。但名称会改、会重，编号不变。`lianxi validate --fix` 可代为改成编号。"},
     {R"(units:
  - {id: mall, name: Grand Mall, head: manager}
events:
  - {id: e1, title: Open day, kind: publicity, date: 2017-05-10, lead: mall, partners: [Grand Mall]}
)",
      R"(单位:
  - {编号: 万汇, 名称: 万汇广场, 负责人: 经理}
活动:
  - {编号: e1, 标题: 开放日, 类型: 宣传, 日期: 2017-05-10, 牵头单位: 万汇, 参与单位: [万汇广场]}
)"},
     {R"(units:
  - {id: mall, name: Grand Mall, head: manager}
events:
  - {id: e1, title: Open day, kind: publicity, date: 2017-05-10, lead: mall, partners: [mall]}
)",
      R"(单位:
  - {编号: 万汇, 名称: 万汇广场, 负责人: 经理}
活动:
  - {编号: e1, 标题: 开放日, 类型: 宣传, 日期: 2017-05-10, 牵头单位: 万汇, 参与单位: [万汇]}
)"}},
    nullptr};
}  // namespace lianxi::rules
