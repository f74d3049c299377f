#include <lianxi/rules/rule.hpp>

namespace lianxi::rules {
/// Found while reading, so there is nothing left to check.
extern constinit const ValidateRule wrong_type{
    {rule_names::wrong_type,
     Severity::error,
     {"A value is not of the kind that belongs there.", "值的类型不对或写法读不懂。"},
     {"A date that is no day, an amount with its currency, a word that is not on the list: such a "
      "value counts for nothing until it is mended.",
      "不存在的日期、带币种的金额、不在词表中的词：改正之前都不起作用。"},
     {R"(units:
  - id: north
    name: North Gate Office
    joined: 2014-02-30
)",
      R"(单位:
  - 编号: 北广场
    名称: 北广场管理处
    加入日期: 2014-02-30
)"},
     {R"(units:
  - id: north
    name: North Gate Office
    joined: 2014-02-28
)",
      R"(单位:
  - 编号: 北广场
    名称: 北广场管理处
    加入日期: 2014-02-28
)"}},
    nullptr};
}  // namespace lianxi::rules
