#include <lianxi/rules/rule.hpp>

namespace lianxi::rules {
/// Found while reading, so there is nothing left to check.
extern constinit const ValidateRule yaml_syntax{
    {rule_names::yaml_syntax,
     Severity::error,
     {"A document is not YAML and cannot be read.", "文档不是合法的 YAML，无法读取。"},
     {"What cannot be read cannot be judged. Only the document in which the fault stands is lost; "
      "all others are still checked.",
      "读不出来就无从核对。只有出错的那个文档不被读取，其余照常检查。"},
     {R"(units:
  - id: north
    name: "North Gate Office
)",
      R"(单位:
  - 编号: 北广场
    名称: "北广场管理处
)"},
     {R"(units:
  - id: north
    name: "North Gate Office"
)",
      R"(单位:
  - 编号: 北广场
    名称: "北广场管理处"
)"}},
    nullptr};
}  // namespace lianxi::rules
