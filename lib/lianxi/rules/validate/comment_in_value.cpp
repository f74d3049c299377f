#include <lianxi/rules/rule.hpp>

namespace lianxi::rules {
/// Found while reading, so there is nothing left to check.
extern constinit const ValidateRule comment_in_value{
    {rule_names::comment_in_value,
     Severity::warning,
     {"A text seems to go on with “#”, but that begins a comment.",
      "内容里像是有“#”，其后的部分却成了注释。"},
     {"After a space, “#” begins a comment, and what follows is silently lost. A comment has a "
      "space after the “#”; a number or a name that follows at once is likely to be a part of the "
      "text.",
      "空格之后的“#”表示注释，其后的内容会无声无息地丢掉。真正的注释在“#”后面空一格；"
      "紧接着数字或文字的，多半是内容的一部分。"},
     {R"(series:
  - id: kiosk
    title: North Square #2 kiosk
)",
      R"(服务项目:
  - 编号: 服务亭
    标题: 站前广场 #2 服务亭
)"},
     {R"(series:
  - id: kiosk
    title: "North Square #2 kiosk"
)",
      R"(服务项目:
  - 编号: 服务亭
    标题: "站前广场 #2 服务亭"
)"}},
    nullptr};
}  // namespace lianxi::rules
