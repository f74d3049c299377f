#include <lianxi/base/unreadable.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::resolution_without_due_rule {
/// Whether it is never due, as far as what could be read says. A revision gives a day too.
static bool lacks_due(const Resolution& resolution) {
  return !resolution.due.given() && !is_unreadable(resolution.ongoing) &&
         !resolution.ongoing.value_or(false);
}

static void check(const ValidateCase& c, FindingSink& out) {
  for (const Meeting& meeting : c.book.meetings)
    for (const Resolution& resolution : meeting.resolutions)
      if (lacks_due(resolution))
        out.add(resolution.at, name_of(meeting, resolution),
                say({"this resolution is never due", "这项决议没有完成时限"}),
                say({"enter its `due`, or `ongoing: yes`", "请写明“完成时限”，或“长期: 是”"}));
}
}  // namespace lianxi::resolution_without_due_rule

namespace lianxi::rules {
extern constinit const ValidateRule resolution_without_due{
    {"resolution-without-due",
     Severity::error,
     {"A resolution has neither a due date nor is it marked as ongoing.",
      "决议既没有完成时限，也没有注明长期。"},
     {"Idling: what is never due is never late, and nobody can say whether it was done in time."
      " Work without an end is marked as ongoing.",
      "这也是“空转”：没有时限就谈不上逾期，也无从判断是否按时完成。确属长期工作的，请注明长期。"},
     {R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    resolutions:
      - {id: r1, text: Run night buses, lead: bus}
)",
      R"(会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    决议:
      - {编号: r1, 内容: 增开夜间公交, 牵头单位: 公交场站}
)"},
     {R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    resolutions:
      - {id: r1, text: Run night buses, lead: bus, due: 2017-10-31}
      - {id: r2, text: Keep the stop lit, lead: bus, ongoing: yes}
)",
      R"(会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    决议:
      - {编号: r1, 内容: 增开夜间公交, 牵头单位: 公交场站, 完成时限: 2017-10-31}
      - {编号: r2, 内容: 保持站台照明, 牵头单位: 公交场站, 长期: 是}
)"}},
    resolution_without_due_rule::check};
}  // namespace lianxi::rules
