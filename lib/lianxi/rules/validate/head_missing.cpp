#include <lianxi/base/unreadable.hpp>
#include <lianxi/records/units.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::head_missing_rule {
static void check(const ValidateCase& c, FindingSink& out) {
  for (const Unit& unit : c.book.units) {
    if (unit.head.given() || is_unreadable(unit.role)) continue;
    if (unit.role.value_or(Role::member) == Role::member)
      out.add(unit.at, name_of(unit), say({"this member has no head", "这家成员单位没有负责人"}),
              say({"enter its `head`", "请写明“负责人”"}));
  }
}
}  // namespace lianxi::head_missing_rule

namespace lianxi::rules {
extern constinit const ValidateRule head_missing{
    {"head-missing",
     Severity::warning,
     {"A member does not say who heads it.", "成员单位没有写明负责人。"},
     {"Resolutions and requests go to a unit, but a person has to answer for them.",
      "决议和协作请求发给单位，落实却要有人负责。"},
     {R"(units:
  - id: north
    name: North Gate Office
)",
      R"(单位:
  - 编号: 北广场
    名称: 北广场管理处
)"},
     {R"(units:
  - id: north
    name: North Gate Office
    head: the office's director
)",
      R"(单位:
  - 编号: 北广场
    名称: 北广场管理处
    负责人: 管理处主任
)"}},
    head_missing_rule::check};
}  // namespace lianxi::rules
