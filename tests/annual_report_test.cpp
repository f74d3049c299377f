#include <lianxi/book/book.hpp>
// The annual report: years that have ended, go on, or began with the founding.
#include "report_texts.hpp"

namespace lianxi::reports {
extern const ReportKind annual;
}  // namespace lianxi::reports

namespace annual_report_test {

using namespace lianxi;
using namespace lianxi::test;

namespace {

constexpr std::string_view annual_book = R"(
alliance: {name: 站区联盟, founded: 2016-05-10}
units:
  - {id: a, name: 甲单位}
  - {id: b, name: 乙单位, joined: 2017-02-01}
meetings:
  - id: m1
    kind: regular
    title: 首次例会
    date: 2016-06-01
    attendance: {present: [a]}
    suggestions: [{text: 当年办结, outcome: settled, settled: 2016-11-01}]
    resolutions: [{id: r1, text: 长期的事, lead: a, ongoing: yes}]
  - id: m2
    kind: regular
    title: 二月例会
    date: 2017-02-20
    attendance: {present: [a], leave: [{unit: b, reason: 出差}]}
    resolutions: [{id: r1, text: 逾期的事, lead: b, due: 2017-06-30}]
  - {id: m3, kind: regular, title: 明年的例会, date: 2018-03-01, chair: a}
  - {id: m4, kind: regular, title: 后年的例会, date: 2019-03-01}
events:
  - {id: e1, title: 跨季的, kind: volunteer, date: 2017-03-01, until: 2017-04-02, lead: a, partners: [b], served: 约5000, sessions: 3}
  - {id: e2, title: 一季度的, kind: aid, date: 2017-01-02, lead: b, served: 220余}
  - {id: e3, title: 去年的, kind: aid, date: 2016-08-01, lead: a, served: 100}
  - {id: e4, title: 去年年底的, kind: aid, date: 2016-12-31, lead: a, served: 7}
funds: [{id: f, name: 爱心基金, steward: a}]
donations:
  - {id: d1, date: 2016-07-01, donor: a, fund: f, amount: 100}
  - {id: d2, date: 2017-09-30, donor: b, fund: f, amount: 250.5}
plans:
  - year: 2017
    tasks: [{id: t1, title: 已完的任务, lead: a, due: 2017-05-31, done: 2017-05-01}, {id: t2, title: 未完的任务, lead: b}]
  - {year: 2018, tasks: [{id: t1, title: 明年的任务, lead: a}]}
projects: [{id: p1, title: 未报销的项目, applicant: a, year: 2017, applied: {date: 2017-03-01, amount: 10}}]
requests:
  - {id: q1, date: 2017-08-01, by: a, to: [b], text: 请予协助, due: 2017-08-31}
  - {id: q2, date: 2018-01-05, by: a, to: [b], text: 明年的请求}
)";

std::string annual(std::string_view as_of, std::string_view year,
                   Language language = Language::zh) {
  const Book book = Book::of(std::string(annual_book));
  return report(book, as_of, {reports::annual, "", year, language});
}

}  // namespace

TEST_CASE("a year that has ended, quarter by quarter") {
  check_lines(annual("2018-02-01", "2017"),
              {"# 站区联盟2017年度工作报告",
               "| 指标 | 单位 | 一季度 | 二季度 | 三季度 | 四季度 | 全年 | 2016年 | 增减 |",
               "| 成员单位 | 个 | 2 | 2 | 2 | 2 | 2 | 1 | +1 |",
               "| 会议出席率 | | 50.0% | — | — | — | 50.0% | 100.0% | -50.0个百分点 |",
               "| 活动场次 | 场 | 1 | 3 | 0 | 0 | 4 | 2 | +2 |",
               // An event counts on its last day; about and at least make about.
               "| 服务群众 | 人次 | 220余 | 约5,000 | 0 | 0 | 约5,220 | 107 | 增约5,113 |",
               "| 接受捐款 | 元 | 0.00 | 0.00 | 250.50 | 0.00 | 250.50 | 100.00 | +150.50 |"});
}

TEST_CASE("a year that goes on is compared with the same days of the one before") {
  const std::string text = annual("2017-09-30", "2017");
  check_lines(text,
              {"# 站区联盟2017年度工作报告（截至2017年9月30日）",
               "| 指标 | 单位 | 一季度 | 二季度 | 三季度 | 四季度 | 本年累计 | 2016年同期 | 增减 |",
               "| 服务群众 | 人次 | 220余 | 约5,000 | 0 | — | 约5,220 | 100 | 增约5,120 |"});
  CHECK(text.find("本期尚未结束，数据截至2017年9月30日。") != std::string::npos);
  check_lines(annual("2017-04-01", "2017", Language::en),
              {"# 站区联盟: annual report for 2017 (to 2017-04-01)",
               "| Figure | Unit | Q1 | Q2 | Q3 | Q4 | Year so far | Same days of 2016 | Change |",
               "| People served | person-times | 220+ | 0 | — | — | 220+ | — | — |"});
}

TEST_CASE("the year of the founding begins with it") {
  const std::string text = annual("2018-02-01", "2016");
  check_lines(text, {"联盟于2016年5月10日成立，本年度数据自成立之日起计。",
                     "| 成员单位 | 个 | — | 1 | 1 | 1 | 1 | — | — |",
                     "| 召开会议 | 次 | — | 1 | 0 | 0 | 1 | — | — |",
                     // Collected in the second quarter, settled in the fourth.
                     "| 办结意见建议 | 条 | — | 0 | 0 | 0 | 1 | — | — |",
                     "办结意见建议按各列期末的状态统计，当季提出、以后季度办结的只计入全年。",
                     "2016年没有制定年度计划。"});
}

TEST_CASE("what is open goes to the next year") {
  const std::string text = annual("2018-02-01", "2017");
  check_lines(text, {"截至2018年2月1日尚未办结、需继续办理的事项。",
                     "| 2017年6月30日 | 决议 | 逾期的事 | 乙单位 | 逾期 |",
                     "| 2017年8月31日 | 协作请求 | 请予协助 | 乙单位 | 未办结 |",
                     "| 2017年12月31日 | 计划任务 | 未完的任务 | 乙单位 | 逾期 |",
                     "| 2018年3月1日 | 例会 | 明年的例会 | 甲单位 | 待召开 |",
                     "| — | 决议 | 长期的事 | 甲单位 | 未启动 |",
                     "| — | 党建项目 | 未报销的项目 | 甲单位 | 申报中 |"});
  const std::string open = text.substr(text.find("未结事项"));
  check_absent(open, {"已完的任务", "明年的任务", "明年的请求", "后年的例会"});
}

TEST_CASE("the units' scorecard and the review of the plan") {
  check_lines(annual("2018-02-01", "2017"),
              {// One meeting each; the resolution's reports are due by the meeting of March 2018.
               "| 甲单位 | 1 | 1 | 0 | 0 | 1 | 0 | 0 | 0 | 1 | — |",
               "| 乙单位 | 1 | 0 | 1 | 0 | 1 | 0 | 0 | 0 | 1 | — |",
               "| 甲单位 | 0 | 0 | 0 | 0 | 0 | — | 1 | 0 | 0 | 0.00 | 0 | 0 |",
               "| 乙单位 | 1 | 0 | 1 | 0 | 0 | 0.0% | 1 | 1 | 1 | 250.50 | 0 | 0 |",
               "共有任务2项，已完成1项，逾期1项。"});
}

TEST_CASE("an empty book and a year to come have an annual report") {
  const Book book = Book::of("alliance: {name: x, founded: 2016-01-01}\n");
  for (const auto* year : {"2015", "2016", "2017", "2018"})
    for (const Language language : {Language::en, Language::zh})
      CHECK(report(book, "2017-09-30", {reports::annual, "", year, language}).starts_with("# x"));
  CHECK(report(book, "2017-09-30", {reports::annual, "", "2018"})
            .starts_with("# x2018年度工作报告\n"));
}

}  // namespace annual_report_test
