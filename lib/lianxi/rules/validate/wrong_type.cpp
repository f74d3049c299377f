#include <algorithm>
#include <vector>

#include <lianxi/base/period.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/records/summaries.hpp>
#include <lianxi/rules/rule.hpp>
#include <lianxi/schema/suggestions.hpp>

namespace lianxi::wrong_type_rule {

static void check_period(const Summary& summary, const ValidateCase& c, FindingSink& out) {
  if (!summary.period || read_period(*summary.period, c.as_of)) return;
  out.add(summary.period.at(), name_of(summary),
          say({"“{}” is not a period", "“{}”不是期间"}, *summary.period),
          say({"write for instance 2017-Q3, 2017 or 2017-01..2017-06",
               "可写 2017年三季度、2017年 或 2017-01..2017-06"}));
}

static void check_report(const Summary& summary, FindingSink& out) {
  if (!summary.report) return;
  const std::string_view written = *summary.report;
  if (report_named(written)) return;
  std::vector<std::string_view> known;
  for (const ReportName& one : report_names) known.insert(known.end(), {one.name, one.en, one.zh});
  const auto near = nearest(written, known);
  out.add(summary.report.at(), name_of(summary),
          say({"there is no report “{}”", "没有“{}”这种报告"}, written),
          near.empty() ? say({"write quarterly or annual", "请写 季度报告 或 年度报告"})
                       : did_you_mean(near));
}

/// All else is found while reading; what a summary is for would only be missed in the report.
static void check(const ValidateCase& c, FindingSink& out) {
  for (const Summary& summary : c.book.summaries) {
    check_period(summary, c, out);
    check_report(summary, out);
  }
}

}  // namespace lianxi::wrong_type_rule

namespace lianxi::rules {
extern constinit const ValidateRule wrong_type{
    {rule_names::wrong_type,
     Severity::error,
     {"A value is not of the kind that belongs there.", "值的类型不对或写法读不懂。"},
     {"A date that is no day, an amount with its currency, a word that is not on the list: such a "
      "value counts for nothing until it is mended.",
      "不存在的日期、带币种的金额、不在词表中的词：改正之前都不起作用。"},
     {R"(units:
  - id: north
    name: North Gate Office
    joined: 2014-02-30
)",
      R"(单位:
  - 编号: 北广场
    名称: 北广场管理处
    加入日期: 2014-02-30
)"},
     {R"(units:
  - id: north
    name: North Gate Office
    joined: 2014-02-28
)",
      R"(单位:
  - 编号: 北广场
    名称: 北广场管理处
    加入日期: 2014-02-28
)"}},
    wrong_type_rule::check};
}  // namespace lianxi::rules
