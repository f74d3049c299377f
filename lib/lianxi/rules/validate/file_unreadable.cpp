#include <lianxi/rules/rule.hpp>

namespace lianxi::rules {
/// Found while reading, so there is nothing left to check.
extern constinit const ValidateRule file_unreadable{
    {rule_names::file_unreadable,
     Severity::error,
     {"A file of the book cannot be read.", "账本中的文件无法读取。"},
     {"No permission, a file that vanished meanwhile, or one over 256 MiB. What it holds is "
      "missing from every figure.",
      "没有权限、读取时被移走，或超过 256 MiB。其中的内容不会计入任何数字。"},
     {R"(# a file without read permission
)",
      R"(# 没有读取权限的文件
)"},
     {R"(# chmod u+r FILE
)",
      R"(# chmod u+r 文件
)"}},
    nullptr};
}  // namespace lianxi::rules
