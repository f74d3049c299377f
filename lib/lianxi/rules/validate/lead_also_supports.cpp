#include <lianxi/records/meetings.hpp>
#include <lianxi/records/plans.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::lead_also_supports_rule {
namespace {

/// Reports the lead where it first stands among those that support.
template <class Record, class P>
void check_part(const Record& record, const P& part, FindingSink& out) {
  if (!part.lead) return;
  for (const auto& unit : part.support) {
    if (*unit != *part.lead) continue;
    auto& finding = out.add(
        unit.at(), name_of(record, part),
        say({"{} leads and cannot support as well", "{} 已是牵头单位，不必再列为配合单位"}, *unit),
        say({"take it out, or name the unit that was meant", "请删去，或改为原本要写的单位"}));
    finding.related.push_back({part.lead.at(), say({"the lead", "牵头单位写在这里"})});
    return;
  }
}

void check(const ValidateCase& c, FindingSink& out) {
  for (const Meeting& meeting : c.book.meetings)
    for (const Resolution& resolution : meeting.resolutions) check_part(meeting, resolution, out);
  for (const Plan& plan : c.book.plans)
    for (const Task& task : plan.tasks) check_part(plan, task, out);
}

}  // namespace

}  // namespace lianxi::lead_also_supports_rule

namespace lianxi::rules {
extern constinit const ValidateRule lead_also_supports{
    {"lead-also-supports",
     Severity::warning,
     {"The lead of a resolution or task stands among those that support it.",
      "牵头单位同时列为配合单位。"},
     {"Mostly another unit was meant, which is now missing; or the matter has no support at "
      "all.",
      "多半本想写另一家单位，结果漏了；或者其实并没有配合单位。"},
     {R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    resolutions:
      - {id: r1, text: Run night buses, lead: bus, support: [bus, metro], due: 2017-10-31}
)",
      R"(会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    决议:
      - {编号: r1, 内容: 增开夜间公交, 牵头单位: 公交场站, 配合单位: [公交场站, 地铁站], 完成时限: 2017-10-31}
)"},
     {R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    resolutions:
      - {id: r1, text: Run night buses, lead: bus, support: [metro], due: 2017-10-31}
)",
      R"(会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    决议:
      - {编号: r1, 内容: 增开夜间公交, 牵头单位: 公交场站, 配合单位: [地铁站], 完成时限: 2017-10-31}
)"}},
    lead_also_supports_rule::check};
}  // namespace lianxi::rules
