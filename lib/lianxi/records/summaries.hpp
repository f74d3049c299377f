// What the office itself has to say of a period, for the report of that period.
#pragma once
#include <string_view>

#include <lianxi/export.hpp>
#include <lianxi/records/signature.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

/// What a report is called: on the command line, and its titles.
struct ReportName {
  std::string_view name, en, zh;
};
/// The kinds of report, of which the reports themselves tell more.
inline constexpr ReportName report_names[] = {
    {"quarterly", "quarterly report", "季度报告"},
    {"annual", "annual report", "年度报告"},
    {"followup", "supervision ledger", "督办台账"},
    {"minutes", "minutes of a meeting", "会议纪要"},
    {"notice", "notice of a meeting", "会议通知"},
    {"sign-in", "sign-in sheet", "签到表"},
    {"reminder", "reminder to a unit", "催办单"},
    {"unit", "record of a unit", "单位履职情况"},
    {"fund", "statement of a fund", "基金公示"},
    {"donations", "donations received", "捐赠公示"},
    {"volunteers", "volunteer service", "志愿服务报告"},
    {"projects", "report on projects", "党建项目情况"},
    {"committee", "report on a committee", "专委会工作情况"},
    {"plan", "roadmap of the plan", "年度计划路线图"},
    {"matter", "one matter", "事项专报"},
    {"bulletin", "bulletin of supervision", "督查通报"},
    {"exchange", "needs and resources", "供需清单"},
};

/// The kind of report that a word means, or null. Complexity: one look at each.
const ReportName* report_named(std::string_view word);

/// The office's own words for one kind of report, period and unit.
struct Summary : Part {
  Text period;
  Text report;  ///< The kind of report; quarterly where not given.
  Ref<Target::unit> unit;
  Text overview;
  Text highlights;
  Text problems;
  Text next;
  Nested<Signature> signature;

  static const RecordType type;
};

}  // namespace lianxi
