#include <algorithm>
#include <iterator>

#include <lianxi/base/period.hpp>
#include <lianxi/records/summaries.hpp>
#include <lianxi/schema/codec.hpp>

namespace lianxi LIANXI_EXPORT {

static constexpr Field summary_fields[] = {
    required<&Summary::period>(
        "period", "期间", {"The period it is about, such as 2017-Q3.", "所属期间，如 2017-Q3。"}),
    optional<&Summary::report>("report", "报告",
                               {"The kind of report it stands in; quarterly where not given.",
                                "用于哪一种报告；不填即季度报告。"})
        .unless_given("quarterly"),
    optional<&Summary::unit>(
        "unit", "单位", {"Id of the unit, for a report about one.", "单位编号，用于单位报告。"}),
    optional<&Summary::overview>("overview", "概述",
                                 {"What the period was like.", "总体情况概述。"}),
    optional<&Summary::highlights>("highlights", "工作亮点",
                                   {"What went especially well.", "值得一提的做法和成效。"}),
    optional<&Summary::problems>("problems", "存在问题",
                                 {"What did not go well.", "工作中存在的问题。"}),
    optional<&Summary::next>("next", "下步打算", {"What comes next.", "下一步工作打算。"}),
    optional<&Summary::signature>("signed", "签发", {"Who signed it, and when.", "签发人和日期。"}),
};

/// Summaries have no id; period, report and unit are unique together.
static std::string identify_summary(const void* record) {
  const auto& summary = *static_cast<const Summary*>(record);
  std::string name = std::string(summary.period.value_or("?")) + "/" +
                     std::string(summary.report.value_or("quarterly"));
  if (summary.unit) name += "/" + std::string(*summary.unit);
  return name;
}

const ReportName* report_named(std::string_view word) {
  const auto* const found = std::ranges::find_if(report_names, [&](const ReportName& one) {
    return word == one.name || word == one.en || word == one.zh;
  });
  return found == std::end(report_names) ? nullptr : found;
}

constinit const RecordType Summary::type{"summaries",
                                         "小结",
                                         {"The office's own words on a period, for its report.",
                                          "办公室对一段时期的小结，列入该期报告。"},
                                         summary_fields,
                                         identify_summary};

}  // namespace lianxi
