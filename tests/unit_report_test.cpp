#include <lianxi/book/book.hpp>
// The record of a unit.
#include "report_texts.hpp"

namespace lianxi::reports {
extern const ReportKind unit;
}  // namespace lianxi::reports

namespace unit_report_test {

using namespace lianxi;
using namespace lianxi::test;

namespace {

constexpr std::string_view unit_book = R"(
alliance: {name: 站区联盟, founded: 2016-01-01}
units:
  - {id: a, name: 甲单位, head: 甲书记, contact: "13800138000", category: 驻地单位}
  - {id: b, name: 乙单位, joined: 2017-04-01}
  - {id: o, name: 观察点, role: observer}
meetings:
  - id: m1
    kind: regular
    title: 首次例会
    date: 2017-02-10
    attendance: {present: [a]}
    resolutions: [{id: r1, text: 甲的事, lead: a, due: 2017-06-30}, {id: r2, text: 观察点的事, lead: o, due: 2017-12-31}]
  - id: m2
    kind: special
    reason: 防汛
    title: 防汛会
    date: 2017-07-01
    attendance: {present: [b], leave: [{unit: a, reason: 家事不便外传}]}
  - {id: m3, kind: regular, title: 没有签到的会, date: 2017-09-01}
  - {id: m4, kind: regular, title: 取消的会, date: 2017-08-01, cancelled: 台风}
  - {id: m5, kind: regular, title: 以后的会, date: 2017-12-01}
followups:
  - {meeting: m1, unit: a, date: 2017-09-05, items: [{resolution: r1, status: done, done: 2017-06-29, result: 办妥}]}
events:
  - {id: e1, title: 自己办的, kind: aid, date: 2017-05-01, lead: a, partners: [a, b, b], served: 30余}
  - {id: e2, title: 别人办的, kind: study, date: 2017-06-01, lead: b, partners: [a, 某公司], trained: 5}
  - {id: e3, title: 以后办的, kind: study, date: 2017-11-01, lead: a}
donations:
  - {id: d1, date: 2017-03-03, donor: a, fund: f, amount: 1200.5}
  - {id: d2, date: 2017-03-04, donor: b, fund: f, amount: 7}
funds: [{id: f, name: 爱心基金, steward: a}]
shares: [{id: s1, date: 2017-03-05, unit: a, title: 排班经验, kind: experience}]
honors: [{id: h1, date: 2017-10-05, unit: a, title: 以后的荣誉, level: city, kind: model}]
)";

std::string record(std::string_view unit, Language language = Language::zh,
                   std::string_view period = "all", Audience audience = Audience::members) {
  const Book book = Book::of(std::string(unit_book));
  return report(book, "2017-09-30", {reports::unit, unit, period, language, audience});
}

}  // namespace

TEST_CASE("the record of a unit, matter by matter") {
  const std::string text = record("a");
  check_lines(text, {"# 站区联盟甲单位履职情况", "类别：驻地单位\\", "负责人：甲书记\\",
                     "联系方式：13800138000\\", "| 应到会议（次） | 3 |", "| 出席（次） | 1 |",
                     "| 请假（次） | 1 |", "| 缺席（次） | 0 |",
                     // Of the two meetings where anybody signed in.
                     "| 出席率 | 50.0% |",
                     // The next regular meeting was on 1 September, its report came on the 5th.
                     "| 应报落实报告（份） | 1 |", "| 迟报（份） | 1 |", "| 按时率 | 0.0% |",
                     "| 牵头决议（项） | 1 |", "| 办结率 | 100.0% |", "| 牵头活动（项） | 1 |",
                     "| 参与活动（项） | 1 |", "| 捐赠（次） | 1 |", "| 经验信息（条） | 1 |",
                     "| 荣誉（项） | 0 |", "| 2017年2月10日 | 首次例会 | 例会 | 出席 | — |",
                     "| 2017年7月1日 | 防汛会 | 临时会议 | 请假 | 家事不便外传 |",
                     "| 2017年9月1日 | 没有签到的会 | 例会 | 无签到记录 | — |",
                     "| 首次例会 | 2017年9月1日 | 2017年9月5日 | 迟报 |",
                     "| m1/r1 | 甲的事 | 2017年6月30日 | 已完成（2017年6月29日） | — | 办妥 |",
                     "| 2017年5月1日 | 自己办的 | 帮扶 | 牵头 | 1 | 30余 | — | — |",
                     "| 2017年6月1日 | 别人办的 | 学习教育 | 参与 | 1 | — | — | 5 |",
                     "| 2017年3月3日 | 甲单位 | 1,200.50 | — | 爱心基金 |",
                     "| 2017年3月5日 | 甲单位 | 经验 | 排班经验 |"});
  check_absent(text, {"取消的会", "以后的会", "以后办的", "以后的荣誉", "、荣誉"});
}

TEST_CASE("the record of a unit in English") {
  check_lines(record("a", Language::en),
              {"# 站区联盟: record of 甲单位", "Head: 甲书记\\", "| Attendance | 50.0% |",
               "| 2017-07-01 | 防汛会 | special meeting | on leave | 家事不便外传 |",
               "| 2017-05-01 | 自己办的 | aid | leads | 1 | 30+ | — | — |"});
}

TEST_CASE("for the public the record of a unit names neither head, contact nor reasons for leave") {
  const std::string text = record("a", Language::zh, "all", Audience::the_public);
  check_absent(text, {"甲书记", "13800138000", "家事", "请假事由", "负责人", "联系方式"});
  check_lines(text, {"| 2017年7月1日 | 防汛会 | 临时会议 | 请假 |"});
}

TEST_CASE("a unit answers for the meetings held while it is a member") {
  const std::string text = record("b");
  check_lines(text, {"加入日期：2017年4月1日\\", "| 应到会议（次） | 2 |", "| 出席率 | 100.0% |",
                     "成立以来没有应报的落实报告。", "成立以来形成的决议中没有牵头事项。"});
  check_lines(record("b", Language::zh, "2017-Q1"), {"本季度没有应到的会议。"});
}

TEST_CASE("an observer has no duty to attend, but leads what it took over") {
  check_lines(record("o"), {"| 应到会议（次） | 0 |", "| 出席率 | — |", "| 牵头决议（项） | 1 |",
                            "| 在办（项） | 1 |", "成立以来没有应到的会议。",
                            "| m1/r2 | 观察点的事 | 2017年12月31日 | 未启动 | — | 尚无报告 |",
                            "成立以来没有参加活动的记录。"});
}

}  // namespace unit_report_test
