#include <lianxi/book/book.hpp>
// The roadmap of a plan.
#include "report_texts.hpp"

namespace lianxi::reports {
extern const ReportKind plan;
}  // namespace lianxi::reports

namespace plan_report_test {

using namespace lianxi;
using namespace lianxi::test;

namespace {

constexpr std::string_view plan_book = R"(
alliance: {name: 站区联盟, founded: 2016-01-01}
units: [{id: a, name: 甲单位}]
committees: [{id: k, name: 服务专委会, lead: a}]
meetings:
  - {id: m1, kind: regular, title: 春季例会, date: 2017-02-10}
plans:
  - year: 2018
    adopted: 2018-03-01
    tasks: [{id: t1, title: 明年的事, lead: a, due: 2018-06-30}]
  - year: 2017
    theme: 暖途
    adopted: 2017-03-01
    meeting: m1
    tasks:
      - {id: t1, title: 便民服务, lead: k, support: [a], start: 2017-03-01, due: 2017-06-30, done: 2017-06-20, target: {metric: served, value: 100}, problem: 排队长, effect: 不排队}
      - {id: t2, title: 冬季准备, lead: a, start: 2017-11-01}
      - {id: t3, title: 疏导演练, lead: k, due: 2017-08-31}
      - {id: t4, title: 不再做的, lead: a, due: 2017-12-31, dropped: {date: 2017-05-01, reason: 重复}}
      - {id: t5, title: 当天到期, lead: a, due: 2017-09-30, done: 2017-10-10, target: {metric: events, value: 3}}
      - {id: t6, title: 看不清的, lead: a, due: 2017-10-31, done: 昨天}
      - {id: t7, title: 倒着排的, lead: a, start: 2017-12-01, due: 2017-11-30}
events:
  - {id: e1, title: 一, kind: team_service, date: 2017-04-01, until: 2017-05-31, lead: a, served: 约60, plan: 2017/t1}
  - {id: e2, title: 二, kind: team_service, date: 2017-06-01, lead: a, served: 50余, plan: [2017/t1, 2017/t1]}
  - {id: e3, title: 三, kind: team_service, date: 2017-10-05, lead: a, served: 500, plan: 2017/t1}
  - {id: e4, title: 四, kind: other, date: 2017-09-30, lead: a, plan: 2017/t5}
)";

std::string roadmap(std::string_view period, Language language = Language::zh,
                    std::string_view as_of = "2017-09-30") {
  const Book book = Book::of(std::string(plan_book));
  return report(book, as_of, {reports::plan, "", period, language});
}

}  // namespace

TEST_CASE("a plan's tasks with what has been achieved") {
  check_lines(
      roadmap("2017"),
      {"# 站区联盟2017年度计划路线图", "主题：暖途\\", "来源会议：春季例会",
       "共有任务7项，已完成1项，推进中1项，未开始2项，逾期1项，已终止1项，状态无法判断1项。"
       "定有数量目标的2项中，1项已达到目标。",
       // About 60 and at least 50, named twice by one event; 500 are served in October.
       "| t1 | 便民服务 | 服务专委会 | 甲单位 | 2017年3月1日 | 2017年6月30日 | 服务人次 "
       "100 | 约110 | "
       "已完成（2017年6月20日） |",
       "| t2 | 冬季准备 | 甲单位 | — | 2017年11月1日 | — | — | — | 未开始 |",
       "| t3 | 疏导演练 | 服务专委会 | — | — | 2017年8月31日 | — | — | 逾期 |",
       "| t4 | 不再做的 | 甲单位 | — | — | 2017年12月31日 | — | — | 已终止（2017年5月1日，重复） |",
       "| t5 | 当天到期 | 甲单位 | — | — | 2017年9月30日 | 活动数 3 | 1 | 推进中 |",
       "| t6 | 看不清的 | 甲单位 | — | — | 2017年10月31日 | — | — | — |",
       "| t1 | 便民服务 | 排队长 | 不排队 |"});
}

TEST_CASE("a plan's time line: a lane for each lead, a bar to each due date") {
  const std::string text = roadmap("2017");
  // Mermaid's ends are the day after. Nothing is drawn of what was dropped or is unclear.
  CHECK(text.find("```mermaid\n"
                  "gantt\n"
                  "    title 2017年度计划\n"
                  "    dateFormat YYYY-MM-DD\n"
                  "    axisFormat %m-%d\n"
                  "    section 服务专委会\n"
                  "    便民服务 :done, 2017-03-01, 2017-07-01\n"
                  "    疏导演练 :crit, 2017-01-01, 2017-09-01\n"
                  "    section 甲单位\n"
                  "    冬季准备 :2017-11-01, 2018-01-01\n"
                  "    当天到期 :2017-01-01, 2017-10-01\n"
                  "    倒着排的 :2017-11-30, 2017-12-01\n"
                  "```\n") != std::string::npos);
}

TEST_CASE("a plan counts from the day it is adopted; without one the report says so") {
  check_lines(roadmap("2018"), {"2018年没有制定年度计划。"});
  check_lines(roadmap("2016", Language::en), {"There is no plan for 2016."});
  check_lines(roadmap("2018", Language::en, "2018-03-01"),
              {"| t1 | 明年的事 | 甲单位 | — | — | 2018-06-30 | — | — | in progress |"});
  check_lines(roadmap("all", Language::zh, "2017-02-28"), {"尚未制定年度计划。"});
}

TEST_CASE("the roadmap of all plans goes by year") {
  const std::string text = roadmap("all", Language::zh, "2018-04-01");
  const auto first = text.find("## 一、2017年度计划"), second = text.find("## 二、2018年度计划");
  CHECK(first != std::string::npos);
  CHECK(second != std::string::npos);
  CHECK(first < second);
}

}  // namespace plan_report_test
