#include <algorithm>
#include <fmt/format.h>

#include <lianxi/book/unit_ids.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/record_names.hpp>
#include <lianxi/records/followups.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/followup/turns_of_phrase.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::report_late_rule {

static void add_report(const MeetingCompliance& m, const Unit& unit, Finding& finding) {
  const auto at =
      std::ranges::find(m.followups, id_of(unit), [](const Followup* f) { return *f->unit; });
  if (at == m.followups.end()) return;
  finding.related.push_back({(*at)->at, {"its first report", "该单位的首份报告"}});
}

static void check(const Compliance& c, FindingSink& out) {
  for (const MeetingCompliance& m : c.meetings)
    for (const UnitReport& report : m.reports) {
      if (report.status != ReportStatus::late) continue;
      Finding& finding =
          out.add(m.meeting->id.at(), name_of_unit_in(*m.meeting, id_of(*report.unit)),
                  {*report.first, Nature::fact, id_of(*report.unit)},
                  say({"{} reported on the resolutions of {} on {}, {} late; the last day was {}",
                       "{0} 于 {2} 报告会议 {1} 的决议落实情况，迟了 {3}；最迟应于 {4} 报告"},
                      id_of(*report.unit), *m.meeting->id, iso(*report.first),
                      days(*report.first - m.deadline), iso(m.deadline)),
                  say({"ask for the next reports when the notice goes out",
                       "下次请在发会议通知时一并催报"}));
      add_report(m, *report.unit, finding);
    }
}

}  // namespace lianxi::report_late_rule

namespace lianxi::rules {
extern constinit const FollowupRule report_late{
    {"report-late",
     Severity::warning,
     {"A unit reported on a meeting's resolutions too late.", "单位报告决议落实情况太晚。"},
     {"Reports are there for the next meeting to read. One that comes afterwards was not before "
      "those who had to judge it.",
      "报告是给下次会议看的。会后才报，会上就没法评议。"},
     {R"(units:
  - {id: office, name: Station office}
meetings:
  - id: 2017-q2
    kind: regular
    date: 2017-06-20
    resolutions:
      - {id: r1, text: Put up signs, lead: office, due: 2017-12-31}
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
followups:
  - meeting: 2017-q2
    unit: office
    date: 2017-09-21
    items:
      - {resolution: r1, status: in_progress}
)",
      R"(单位:
  - {编号: 综合办, 名称: 站综合管理办公室}
会议:
  - 编号: 2017-q2
    类型: 例会
    日期: 2017-06-20
    决议:
      - {编号: r1, 内容: 增设换乘指引, 牵头单位: 综合办, 完成时限: 2017-12-31}
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
落实报告:
  - 会议: 2017-q2
    单位: 综合办
    日期: 2017-09-21
    事项:
      - {决议: r1, 状态: 推进中}
)"},
     {R"(units:
  - {id: office, name: Station office}
meetings:
  - id: 2017-q2
    kind: regular
    date: 2017-06-20
    resolutions:
      - {id: r1, text: Put up signs, lead: office, due: 2017-12-31}
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
followups:
  - meeting: 2017-q2
    unit: office
    date: 2017-09-20
    items:
      - {resolution: r1, status: in_progress}
)",
      R"(单位:
  - {编号: 综合办, 名称: 站综合管理办公室}
会议:
  - 编号: 2017-q2
    类型: 例会
    日期: 2017-06-20
    决议:
      - {编号: r1, 内容: 增设换乘指引, 牵头单位: 综合办, 完成时限: 2017-12-31}
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
落实报告:
  - 会议: 2017-q2
    单位: 综合办
    日期: 2017-09-20
    事项:
      - {决议: r1, 状态: 推进中}
)"}},
    report_late_rule::check};
}  // namespace lianxi::rules
