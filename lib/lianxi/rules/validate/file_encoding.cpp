#include <lianxi/rules/rule.hpp>

namespace lianxi::rules {
/// Found while reading, so there is nothing left to check.
extern constinit const ValidateRule file_encoding{
    {rule_names::file_encoding,
     Severity::error,
     {"A file is not UTF-8 text.", "文件不是 UTF-8 文本。"},
     {"Files from old spreadsheets come in GB18030 or UTF-16, where the same bytes mean other "
      "characters. The message names the encoding where it can be told.",
      "旧表格软件导出的文件常为 GB18030 或 "
      "UTF-16，同样的字节会变成别的字。能认出的编码会在提示中指出。"},
     {R"(# saved as GB18030
)",
      R"(# 以 GB18030 保存的文件
)"},
     {R"(# saved as UTF-8
)",
      R"(# 以 UTF-8 保存的文件
)"}},
    nullptr};
}  // namespace lianxi::rules
