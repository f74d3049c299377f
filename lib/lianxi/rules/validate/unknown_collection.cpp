#include <lianxi/rules/rule.hpp>

namespace lianxi::rules {
/// Found while reading, so there is nothing left to check.
extern constinit const ValidateRule unknown_collection{
    {rule_names::unknown_collection,
     Severity::error,
     {"A top-level key names no collection.", "顶层的键不是任何集合的名称。"},
     {"Records under a misspelt collection would be left out of everything without a word.",
      "集合名写错，其下的记录就会悄悄漏掉。"},
     {R"(meeting:
  - id: 2017-q3
)",
      R"(会仪:
  - 编号: 2017-q3
)"},
     {R"(meetings:
  - id: 2017-q3
)",
      R"(会议:
  - 编号: 2017-q3
)"}},
    nullptr};
}  // namespace lianxi::rules
