#include <lianxi/rules/rule.hpp>

namespace lianxi::rules {
/// Found while reading, so there is nothing left to check.
extern constinit const ValidateRule duplicate_field{
    {rule_names::duplicate_field,
     Severity::error,
     {"A field is given under both its names.", "同一项同时用了中英文两个名称。"},
     {"Every field has an English and a Chinese name; giving both leaves open which value counts.",
      "每项都有中英文两个名称，两个都写就不知以哪个为准。"},
     {R"(units:
  - id: north
    name: North Gate
    名称: North Gate Office
)",
      R"(单位:
  - 编号: 北广场
    名称: 北广场
    name: 北广场管理处
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
