#include <lianxi/rules/rule.hpp>

namespace lianxi::rules {
/// Found while reading, so there is nothing left to check.
extern constinit const ValidateRule unknown_field{
    {rule_names::unknown_field,
     Severity::error,
     {"A record has a field that its collection does not know.", "记录里有该集合没有的项。"},
     {"A misspelt field would be left out without a word. Remarks belong under `note`.",
      "项目名写错会被悄悄漏掉。需要备注的内容请写在“备注”下。"},
     {R"(units:
  - id: north
    naem: North Gate Office
)",
      R"(单位:
  - 编号: 北广场
    名你: 北广场管理处
)"},
     {R"(units:
  - id: north
    name: North Gate Office
)",
      R"(单位:
  - 编号: 北广场
    名称: 北广场管理处
)"}},
    nullptr};
}  // namespace lianxi::rules
