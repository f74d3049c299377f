#include <lianxi/rules/rule.hpp>

namespace lianxi::rules {
/// Found while reading, so there is nothing left to check.
extern constinit const ValidateRule duplicate_key{
    {rule_names::duplicate_key,
     Severity::error,
     {"A key stands twice in one mapping.", "同一处把一个键写了两次。"},
     {"YAML readers silently keep one of the two; which one depends on the reader. A record must "
      "not depend on that.",
      "不同软件会各取其一，记录的含义不能取决于软件。"},
     {R"(units:
  - id: north
    name: North Gate
    name: North Gate Office
)",
      R"(单位:
  - 编号: 北广场
    名称: 北广场
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
