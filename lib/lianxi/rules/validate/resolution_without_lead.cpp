#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::resolution_without_lead_rule {
static void check(const ValidateCase& c, FindingSink& out) {
  for (const Meeting& meeting : c.book.meetings)
    for (const Resolution& resolution : meeting.resolutions)
      if (!resolution.lead.given() && !resolution.transfers.given())
        out.add(resolution.at, name_of(meeting, resolution),
                say({"nobody answers for this resolution", "这项决议没有牵头单位"}),
                say({"enter its `lead`", "请写明“牵头单位”"}));
}
}  // namespace lianxi::resolution_without_lead_rule

namespace lianxi::rules {
extern constinit const ValidateRule resolution_without_lead{
    {"resolution-without-lead",
     Severity::error,
     {"A resolution has no lead: nobody answers for it.", "决议没有牵头单位，无人负责。"},
     {"Idling: a resolution that is nobody's task is not carried out, and no unit owes a report"
      " on it.",
      "这就是“空转”：没有牵头单位的决议无人落实，也没有单位需要报告。"},
     {R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    resolutions:
      - {id: r1, text: Run night buses, due: 2017-10-31}
)",
      R"(会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    决议:
      - {编号: r1, 内容: 增开夜间公交, 完成时限: 2017-10-31}
)"},
     {R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    resolutions:
      - {id: r1, text: Run night buses, lead: bus, due: 2017-10-31}
)",
      R"(会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    决议:
      - {编号: r1, 内容: 增开夜间公交, 牵头单位: 公交场站, 完成时限: 2017-10-31}
)"}},
    resolution_without_lead_rule::check};
}  // namespace lianxi::rules
