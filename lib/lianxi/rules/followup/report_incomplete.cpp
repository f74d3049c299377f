#include <algorithm>
#include <unordered_map>
#include <vector>

#include <lianxi/base/unreadable.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/records/followups.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::report_incomplete_rule {
namespace {

/// The reports of each unit, in the order of days.
using ReportsBy = std::unordered_map<std::string_view, std::vector<const Followup*>>;

ReportsBy reports_by_unit(const Compliance& c) {
  ReportsBy reports;
  for (const Followup& report : c.book.followups)
    if (report.meeting && report.unit && report.date && *report.date <= c.as_of)
      reports[*report.unit].push_back(&report);
  for (auto& [unit, list] : reports)
    std::ranges::stable_sort(list, {}, [](const Followup* report) { return *report->date; });
  return reports;
}

/// Whether the report may speak of the resolution, or does in a word that cannot be read.
bool may_mention(const Book& book, const Followup& report, const Resolution& resolution) {
  if (is_unreadable(report.items)) return true;
  return std::ranges::any_of(report.items, [&](const FollowupItem& item) {
    if (is_unreadable(item.resolution)) return true;
    return item.resolution && is_unreadable(item.status) &&
           book.resolution(*item.resolution, *report.meeting).part == &resolution;
  });
}

/// What one lead reported while it led.
struct Reports {
  std::vector<const Followup*> on_meeting;  ///< Those on the resolution's own meeting.
  bool mentioned = false;
};

Reports reports_on(const Compliance& c, const ResolutionCompliance& r, const ReportsBy& by_unit) {
  Reports reports;
  for (const ReportedItem& item : r.items) reports.mentioned |= *item.report->unit == r.lead;
  const auto all = by_unit.find(r.lead);
  if (all == by_unit.end()) return reports;
  for (const Followup* report : all->second) {
    if (*report->date < *r.meeting->date || *report->date > c.as_of ||
        lead_on(*r.resolution, *report->date) != r.lead)
      continue;
    reports.mentioned |= may_mention(c.book, *report, *r.resolution);
    if (c.book.meeting(*report->meeting) == r.meeting) reports.on_meeting.push_back(report);
  }
  return reports;
}

void check(const Compliance& c, FindingSink& out) {
  const ReportsBy by_unit = reports_by_unit(c);
  for (const ResolutionCompliance& r : c.resolutions) {
    if (r.lead.empty() || is_finished(r.status)) continue;
    const Reports own = reports_on(c, r, by_unit);
    if (own.on_meeting.empty() || own.mentioned) continue;
    out.add(r.resolution->at, name_of(*r.meeting, *r.resolution),
            {*own.on_meeting.front()->date, Nature::open, r.lead},
            say({"{} leads {} but says nothing of it in its reports on {} (the last of {})",
                 "{} 牵头决议 {}，但其关于会议 {} 的报告（最近一份 {}）均未提及"},
                r.lead, r.id(), *r.meeting->id, iso(*own.on_meeting.back()->date)),
            say({"report on it too: `- {{resolution: {}, status: …}}`",
                 "请补报该事项：“- {{决议: {}, 状态: …}}”"},
                *r.resolution->id));
  }
}

}  // namespace

}  // namespace lianxi::report_incomplete_rule

namespace lianxi::rules {
extern constinit const FollowupRule report_incomplete{
    {"report-incomplete",
     Severity::warning,
     {"The lead's reports leave out a resolution.", "牵头单位的报告漏报了决议。"},
     {"A unit that reports on what went well and leaves out the rest has not reported. Each "
      "resolution is mentioned by the unit that leads it, if only with `not_started`.",
      "只报做成的、不报没做的，等于没有报全。每项决议都应由牵头单位在报告中提及，哪怕只写“未启动”"
      "。"},
     {R"(meetings:
  - id: 2017-q2
    kind: regular
    date: 2017-06-20
    resolutions:
      - {id: r1, text: Put up signs, lead: office, due: 2017-12-31}
      - {id: r2, text: Open the waiting room, lead: office, due: 2017-12-31}
followups:
  - meeting: 2017-q2
    unit: office
    date: 2017-09-18
    items:
      - {resolution: r1, status: in_progress}
)",
      R"(会议:
  - 编号: 2017-q2
    类型: 例会
    日期: 2017-06-20
    决议:
      - {编号: r1, 内容: 增设换乘指引, 牵头单位: 综合办, 完成时限: 2017-12-31}
      - {编号: r2, 内容: 开放夜间候车室, 牵头单位: 综合办, 完成时限: 2017-12-31}
落实报告:
  - 会议: 2017-q2
    单位: 综合办
    日期: 2017-09-18
    事项:
      - {决议: r1, 状态: 推进中}
)"},
     {R"(meetings:
  - id: 2017-q2
    kind: regular
    date: 2017-06-20
    resolutions:
      - {id: r1, text: Put up signs, lead: office, due: 2017-12-31}
      - {id: r2, text: Open the waiting room, lead: office, due: 2017-12-31}
followups:
  - meeting: 2017-q2
    unit: office
    date: 2017-09-18
    items:
      - {resolution: r1, status: in_progress}
      - {resolution: r2, status: not_started}
)",
      R"(会议:
  - 编号: 2017-q2
    类型: 例会
    日期: 2017-06-20
    决议:
      - {编号: r1, 内容: 增设换乘指引, 牵头单位: 综合办, 完成时限: 2017-12-31}
      - {编号: r2, 内容: 开放夜间候车室, 牵头单位: 综合办, 完成时限: 2017-12-31}
落实报告:
  - 会议: 2017-q2
    单位: 综合办
    日期: 2017-09-18
    事项:
      - {决议: r1, 状态: 推进中}
      - {决议: r2, 状态: 未启动}
)"}},
    report_incomplete_rule::check};
}  // namespace lianxi::rules
