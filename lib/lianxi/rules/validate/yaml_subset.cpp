#include <lianxi/rules/rule.hpp>

namespace lianxi::rules {
/// Found while reading, so there is nothing left to check.
extern constinit const ValidateRule yaml_subset{
    {rule_names::yaml_subset,
     Severity::error,
     {"Something that YAML allows and the record format does not.",
      "用了本格式不采用的 YAML 写法。"},
     {"Anchors, aliases, merge keys, tags and deep nesting make a record say something else than "
      "what a reader sees. Records are written out.",
      "锚点、别名、合并键、标签和过深的嵌套会使记录的含义与字面不符，所以一律直接写出。"},
     {R"(units:
  - &north
    id: north
    name: North Gate Office
)",
      R"(单位:
  - &北
    编号: 北广场
    名称: 北广场管理处
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
