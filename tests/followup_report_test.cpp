#include <lianxi/book/book.hpp>
// The supervision ledger of a small book.
#include "report_texts.hpp"

namespace lianxi::reports {
extern const ReportKind followup;
}  // namespace lianxi::reports

namespace followup_report_test {

using namespace lianxi;
using namespace lianxi::test;

namespace {

constexpr std::string_view ledger_book = R"(
alliance: {name: 站区联盟, founded: 2016-01-01}
units:
  - {id: a, name: 甲单位, short_name: 甲, head: 甲书记}
  - {id: b, name: 乙单位, head: 乙书记}
  - {id: c, name: 丙单位, role: observer}
meetings:
  - id: m1
    kind: regular
    title: 春季例会
    date: 2017-03-10
    attendance: {present: [a, b]}
    resolutions:
      - id: r1
        text: 事项一
        lead: a
        support: [c]
        due: 2017-05-31
        revisions:
          - {date: 2017-05-20, due: 2017-07-31, reason: 施工}
          - {date: 2017-10-10, due: 2017-12-31, reason: 以后再延}
        transfers: [{date: 2017-06-15, lead: b, reason: 换人}]
      - {id: r2, text: 事项二, lead: a, ongoing: yes}
      - {id: r3, text: 事项三, due: 2017-12-31}
      - {id: r4, text: 事项四, lead: c, due: 2017-08-01}
      - {id: r5, text: 事项五, lead: b, due: 2017-08-01}
  - id: m2
    kind: regular
    date: 2017-06-20
    cancelled: 防汛
    resolutions: [{id: r1, text: 不存在的决议, lead: a, due: 2017-07-01}]
  - id: m3
    kind: regular
    date: 2017-11-01
    resolutions: [{id: r1, text: 以后的决议, lead: a, due: 2017-12-01}]
followups:
  - {meeting: m1, unit: a, date: 2017-06-01, items: [{resolution: r1, status: in_progress, result: 起步}]}
  - {meeting: m1, unit: a, date: 2017-07-01, items: [{resolution: r1, status: done, result: 已不归我}]}
  - {meeting: m1, unit: b, date: 2017-08-20, items: [{resolution: r1, status: blocked, problem: 缺钱, evidence: 佐证/一}]}
  - {meeting: m1, unit: b, date: 2017-09-01, items: [{resolution: r5, status: dropped, reason: 并入市里工程}]}
  - {meeting: m1, unit: b, date: 2017-10-02, items: [{resolution: r1, status: done, result: 以后才完成}]}
  - {meeting: m1, unit: c, date: 2017-07-20, items: [{resolution: r4, status: done, done: 2017-07-18}]}
)";

std::string ledger(Language language, Audience audience = Audience::members) {
  const Book book = Book::of(std::string(ledger_book));
  return report(book, "2017-09-30", {reports::followup, "", "all", language, audience});
}

}  // namespace

TEST_CASE("the ledger tells of each resolution what was reported on it while its lead led it") {
  check_lines(ledger(Language::zh),
              {"# 站区联盟决议督办台账", "截至2017年9月30日。",
               // 31 July to 30 September: 61 days. The revision of October is not known yet.
               "| m1/r1 | 春季例会 | 事项一 | 乙单位 | 丙单位 | 乙书记 | 逾期 | 红（逾期） | "
               "2017年5月31日 | "
               "2017年7月31日 | 1 | 61 | 2017年6月1日 甲 推进中：起步<br>2017年8月20日 "
               "受阻；存在问题：缺钱 | 缺钱 "
               "| 0 | 佐证/一 |",
               "| m1/r2 | 春季例会 | 事项二 | 甲 | — | 甲书记 | 未启动 | — | 长期 | 长期 | 0 | — | "
               "尚无报告 | "
               "— | 0 | — |",
               "| m1/r3 | 春季例会 | 事项三 | — | — | — | 未启动 | — | 2017年12月31日 | "
               "2017年12月31日 | 0 | "
               "— | 尚无报告 | — | 0 | — |",
               "| m1/r4 | 春季例会 | 事项四 | 丙单位 | — | — | 已完成（2017年7月18日） | — | "
               "2017年8月1日 | "
               "2017年8月1日 | 0 | — | 2017年7月20日 已完成 | — | 0 | — |",
               "| m1/r5 | 春季例会 | 事项五 | 乙单位 | — | 乙书记 | 已终止 | — | 2017年8月1日 | "
               "2017年8月1日 | 0 | — | 2017年9月1日 已终止（原因：并入市里工程） | — | 0 | — |"});
}

TEST_CASE("the ledger's totals, and subtotals that add up to them") {
  check_lines(
      ledger(Language::zh),
      {// Done 1 of 5 - 1 dropped; both members reported before the meeting of November.
       "| 5 | 1 | 25.0% | 100.0% |", "| 春季例会 | 事项一 | 乙单位 | 2017年7月31日 | 61 |",
       "| 甲 | 1 | 0 | 0 | 1 | 0 | 0.0% | 1 | 1 | 0 | 0 | 0 | 100.0% |",
       "| 乙单位 | 2 | 0 | 1 | 0 | 1 | 0.0% | 1 | 1 | 0 | 0 | 0 | 100.0% |",
       "| 无成员单位牵头 | 2 | 1 | 0 | 1 | 0 | 50.0% | 0 | 0 | 0 | 0 | 0 | — |",
       "| **合计** | **5** | **1** | **1** | **2** | **1** | **25.0%** | **2** | **2** | **0** | "
       "**0** | **0** | **100.0%** |"});
}

TEST_CASE("the ledger in English") {
  check_lines(ledger(Language::en), {"# 站区联盟: supervision ledger", "As of 2017-09-30.",
                                     "| m1/r1 | 春季例会 | 事项一 | 乙单位 | 丙单位 | 乙书记 | "
                                     "overdue | red: late | 2017-05-31 | "
                                     "2017-07-31 | 1 | 61 | 2017-06-01 甲 in progress: "
                                     "起步<br>2017-08-20 blocked; problem: 缺钱 | "
                                     "缺钱 | 0 | 佐证/一 |",
                                     "| m1/r5 | 春季例会 | 事项五 | 乙单位 | — | 乙书记 | dropped "
                                     "| — | 2017-08-01 | 2017-08-01 | 0 | "
                                     "— | 2017-09-01 dropped (reason: 并入市里工程) | — | 0 | — |",
                                     "| 5 | 1 | 25.0% | 100.0% |"});
}

TEST_CASE("what is not there and what is not known yet stays out of the ledger") {
  check_absent(ledger(Language::zh),
               {"不存在的决议", "以后的决议", "以后才完成", "以后再延", "已不归我"});
}

TEST_CASE("for the public the ledger has no column for heads") {
  const std::string text = ledger(Language::zh, Audience::the_public);
  check_absent(text, {"甲书记", "乙书记", "负责人"});
  check_lines(
      text, {"| m1/r2 | 春季例会 | 事项二 | 甲 | — | 未启动 | — | 长期 | 长期 | 0 | — | 尚无报告 | "
             "— | 0 | — |"});
}

TEST_CASE("a ledger is of the meetings of its period") {
  const Book book = Book::of(std::string(ledger_book));
  const auto text = report(book, "2017-09-30", {reports::followup, "", "2017-Q2"});
  check_lines(text, {"# 站区联盟2017年第二季度决议督办台账", "本季度没有形成需要督办的决议。"});
  check_absent(text, {"事项一", "## "});
}

}  // namespace followup_report_test
