#include <lianxi/book/book.hpp>
// Projects through their stages, and what committees do with them.
#include "report_texts.hpp"

namespace lianxi::reports {
extern const ReportKind committee, projects;
}  // namespace lianxi::reports

namespace projects_report_test {

using namespace lianxi;
using namespace lianxi::test;

namespace {

constexpr std::string_view projects_book = R"(
alliance: {name: 站区联盟, founded: 2015-01-01}
units: [{id: a, name: 甲单位}, {id: b, name: 乙单位}]
committees:
  - {id: k, name: 服务专委会, lead: a, members: [a, b], duty: 便民服务}
  - {id: l, name: 平安专委会, lead: b}
budgets:
  - {id: b1, year: 2017, committee: k, amount: 10000}
  - {id: b2, year: 2017, amount: 5000}
  - {id: b3, year: 2016, committee: l, amount: 1000}
projects:
  - id: p1
    title: 全程项目
    applicant: a
    committee: k
    year: 2017
    applied: {date: 2017-01-10, amount: 9000}
    approved: {date: 2017-01-20, amount: 8000, by: b}
    inspections: [{date: 2017-03-01, by: b, finding: 进展正常}, {date: 2017-10-20, by: b, finding: 以后的检查}]
    expenses: [{date: 2017-02-01, item: 一, amount: 1234.56}, {date: 2017-05-01, item: 二, amount: 2000}, {date: 2017-10-05, item: 以后, amount: 99}]
    accepted: {date: 2017-06-01, by: b, grade: good}
    reimbursed: {date: 2017-07-01, amount: 3234.56}
  - {id: p2, title: 只申报的, applicant: b, committee: l, year: 2017, applied: {date: 2017-09-01, amount: 700}}
  - {id: p3, title: 以后才申报的, applicant: b, year: 2017, applied: {date: 2017-10-01, amount: 500}}
  - {id: p4, title: 以后才批准的, applicant: b, committee: l, year: 2017, applied: {date: 2017-09-02, amount: 300}, approved: {date: 2017-10-09, amount: 300}}
  - {id: p5, title: 金额写错的, applicant: b, committee: l, year: 2017, applied: {date: 2017-02-02, amount: 三百}, approved: {date: 2017-03-03, amount: 6000}}
  - {id: p6, title: 没有经费的, applicant: b, committee: k, year: 2016, applied: {date: 2016-02-01, amount: 400}, approved: {date: 2016-02-02, amount: 400}}
plans:
  - year: 2017
    tasks: [{id: t1, title: 专委会的任务, lead: k, due: 2017-12-31}, {id: t2, title: 单位的任务, lead: a, due: 2017-12-31}]
  - {year: 2016, tasks: [{id: t1, title: 去年的任务, lead: k, done: 2016-12-01}]}
)";

std::string written(const ReportKind& kind, std::string_view subject, std::string_view period,
                    Language language = Language::zh) {
  const Book book = Book::of(std::string(projects_book));
  return report(book, "2017-09-30", {kind, subject, period, language});
}

}  // namespace

TEST_CASE("projects go through their stages up to the as-of day") {
  const std::string text = written(reports::projects, "", "2017");
  check_lines(
      text,
      {"# 站区联盟2017年度党建项目实施情况",
       "| 全程项目 | 甲单位 | 服务专委会 | 2017年1月10日 | 2017年1月20日<br>乙单位 | "
       "2017年3月1日 乙单位：进展正常 | 2017年6月1日<br>良好<br>乙单位 | 2017年7月1日 | 已报销 |",
       "| 只申报的 | 乙单位 | 平安专委会 | 2017年9月1日 | — | — | — | — | 申报中 |",
       "| 以后才批准的 | 乙单位 | 平安专委会 | 2017年9月2日 | — | — | — | — | 申报中 |"});
  check_absent(text, {"以后的检查", "以后才申报的", "没有经费的"});
}

TEST_CASE("money is held against approvals, and approvals against budgets") {
  check_lines(
      written(reports::projects, "", "2017"),
      {// 1,234.56 + 2,000.00; 8,000.00 - 3,234.56; 3,234.56 / 8,000.00 = 40.4 %.
       "| 全程项目 | 9,000.00 | 8,000.00 | 3,234.56 | 4,765.44 | 40.4% | 3,234.56 |",
       "| 只申报的 | 700.00 | — | 0.00 | — | — | — |",
       "| 金额写错的 | — | 6,000.00 | 0.00 | 6,000.00 | 0.0% | — |",
       // 9,000 + 700 + 300; 8,000 + 6,000; 4,765.44 + 6,000; 3,234.56 / 14,000 = 23.1 %.
       "| **合计** | **10,000.00** | **14,000.00** | **3,234.56** | **10,765.44** | **23.1%** | "
       "**3,234.56** |",
       "| 2017 | 服务专委会 | 10,000.00 | 8,000.00 | 2,000.00 | 3,234.56 | 3,234.56 |",
       // The other committee has no budget of its own and draws on what is for all.
       "| 2017 | 未分专委会 | 5,000.00 | 6,000.00 | -1,000.00 | 0.00 | 0.00 |",
       "| **合计** | | **15,000.00** | **14,000.00** | **1,000.00** | **3,234.56** | **3,234.56** "
       "|"});
}

TEST_CASE("a budget nobody drew on and a project nobody budgeted for both show") {
  check_lines(written(reports::projects, "", "2016"),
              {"| 2016 | 平安专委会 | 1,000.00 | 0.00 | 1,000.00 | 0.00 | 0.00 |",
               "| 2016 | 未安排经费 | — | 400.00 | — | 0.00 | 0.00 |",
               "| **合计** | | **1,000.00** | **400.00** | **1,000.00** | **0.00** | **0.00** |",
               "标“—”的年度未单独安排经费，不计入“未安排”合计。"});
  check_lines(written(reports::projects, "", "2015"), {"本年度没有申报党建项目。"});
  check_lines(
      written(reports::projects, "", "all", Language::en),
      {"# 站区联盟: projects",
       "| 全程项目 | 甲单位 | 服务专委会 | 2017-01-10 | 2017-01-20<br>乙单位 | "
       "2017-03-01 乙单位: 进展正常 | 2017-06-01<br>good<br>乙单位 | 2017-07-01 | reimbursed |"});
}

TEST_CASE("a committee's tasks, projects and money") {
  const std::string text = written(reports::committee, "k", "2017");
  check_lines(text,
              {"# 站区联盟2017年服务专委会工作情况", "牵头单位：甲单位\\",
               "成员单位：甲单位、乙单位\\", "职责：便民服务\\",
               // Due after the as-of day, but in the period.
               "| 2017/t1 | 专委会的任务 | — | 2017年12月31日 | — | — | 推进中 |",
               "| 2017 | 服务专委会 | 10,000.00 | 8,000.00 | 2,000.00 | 3,234.56 | 3,234.56 |"});
  check_absent(text, {"单位的任务", "去年的任务", "只申报的"});
  check_lines(written(reports::committee, "l", "2015"),
              {"本年度没有牵头的年度计划任务。", "本年度没有在办的党建项目。"});
}

TEST_CASE("a committee without a budget of its own, over all time") {
  check_lines(written(reports::committee, "l", "all", Language::en),
              {"# 站区联盟: 平安专委会", "It leads no task of a plan so far.",
               "| 2016 | 平安专委会 | 1,000.00 | 0.00 | 1,000.00 | 0.00 | 0.00 |",
               "| 2017 | 平安专委会 | — | 6,000.00 | — | 0.00 | 0.00 |"});
}

}  // namespace projects_report_test
