#include <lianxi/rules/rule.hpp>

namespace lianxi::rules {
/// Found while reading, so there is nothing left to check.
extern constinit const ValidateRule file_ignored{
    {rule_names::file_ignored,
     Severity::warning,
     {"A file that looks like one of the book is not read.", "看似账本文件，却不会被读取。"},
     {"Only files named *.yaml or *.yml belong to a book. Some editors put .txt after the name "
      "and a file manager may hide it: the file seems to be there, and all that it holds is "
      "missing.",
      "只有 *.yaml 和 *.yml 属于账本。有的编辑器会在文件名后面加上 .txt，文件管理器又不显示它："
      "文件看着在，里面的内容却一条也没有计入。"},
     {R"(# meetings/2017-q3.yaml.txt
)",
      R"(# 会议/2017-q3.yaml.txt
)"},
     {R"(# meetings/2017-q3.yaml
)",
      R"(# 会议/2017-q3.yaml
)"}},
    nullptr};
}  // namespace lianxi::rules
