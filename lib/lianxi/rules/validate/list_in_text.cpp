#include <lianxi/rules/rule.hpp>

namespace lianxi::rules {
extern constinit const ValidateRule list_in_text{
    {rule_names::list_in_text,
     Severity::error,
     {"Several units stand in one text.", "一个值里写了几家单位。"},
     {"Separated by a comma, an enumeration comma, a slash or a space they are one stranger, and "
      "none of them counts. Each must be an entry of a list.",
      "用顿号、逗号、斜杠或空格隔开写在一起，会被当成一个不认识的名称，其中的单位一家也不计。应写成"
      "列表，每家一项。"},
     {R"(units:
  - {id: mall, name: Grand Mall, head: manager}
  - {id: river, name: River Stop, head: manager}
events:
  - {id: e1, title: Open day, kind: publicity, date: 2017-05-10, lead: mall, partners: "mall, river"}
)",
      R"(单位:
  - {编号: 万汇, 名称: 万汇广场, 负责人: 经理}
  - {编号: 云河站, 名称: 云河公交站, 负责人: 站长}
活动:
  - {编号: e1, 标题: 开放日, 类型: 宣传, 日期: 2017-05-10, 牵头单位: 万汇, 参与单位: [万汇、云河站]}
)"},
     {R"(units:
  - {id: mall, name: Grand Mall, head: manager}
  - {id: river, name: River Stop, head: manager}
events:
  - {id: e1, title: Open day, kind: publicity, date: 2017-05-10, lead: mall, partners: [mall, river]}
)",
      R"(单位:
  - {编号: 万汇, 名称: 万汇广场, 负责人: 经理}
  - {编号: 云河站, 名称: 云河公交站, 负责人: 站长}
活动:
  - {编号: e1, 标题: 开放日, 类型: 宣传, 日期: 2017-05-10, 牵头单位: 万汇, 参与单位: [万汇, 云河站]}
)"}},
    nullptr};
}  // namespace lianxi::rules
