#include <lianxi/rules/rule.hpp>

namespace lianxi::rules {
/// Found while reading, so there is nothing left to check.
extern constinit const ValidateRule merge_conflict{
    {rule_names::merge_conflict,
     Severity::error,
     {"Git's conflict markers are left in a file.", "文件里留有合并冲突的标记。"},
     {"Where two people changed the same lines, git writes both versions into the file and leaves "
      "the choice to a person. Until it is made, nobody can say which of them holds, so the "
      "document is not read.",
      "两人改了同一处，git 会把两个版本都写进文件，留给人来取舍。没有取舍之前，"
      "说不清以哪个为准，所以这个文档不被读取。"},
     {R"(units:
  - id: north
<<<<<<< HEAD
    name: North Gate Office
=======
    name: North Square Office
>>>>>>> office
)",
      R"(单位:
  - 编号: 北广场
<<<<<<< HEAD
    名称: 北广场管理处
=======
    名称: 北广场管理办公室
>>>>>>> office
)"},
     {R"(units:
  - id: north
    name: North Square Office
)",
      R"(单位:
  - 编号: 北广场
    名称: 北广场管理办公室
)"}},
    nullptr};
}  // namespace lianxi::rules
