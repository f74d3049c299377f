#include <lianxi/book/book.hpp>
// Reminders to units: what is owed as of a day.
#include "report_checks.hpp"

namespace reminder_report_test {

using namespace lianxi;
using namespace report_checks;
using test::check_absent;

namespace {

constexpr std::string_view small_book = R"(
alliance: {name: 站区联盟, founded: 2016-01-01, office: a}
units:
  - {id: a, name: 甲单位, head: 甲的负责人}
  - {id: b, name: 乙单位, head: 乙的负责人}
  - {id: c, name: 丙单位}
committees: [{id: k, name: 某专委会, lead: b}, {id: l, name: 另一专委会, lead: a}]
meetings:
  - {id: m1, kind: regular, date: 2017-03-10, title: 一季度会, resolutions: [{id: r1, text: 事项, lead: a, ongoing: yes}]}
  - id: m2
    kind: regular
    date: 2017-06-20
    title: 二季度会
    resolutions:
      - {id: r1, text: 逾期的, lead: b, due: 2017-09-29}
      - {id: r2, text: 今天到期, lead: b, support: [a], due: 2017-09-30}
      - {id: r3, text: 移交来的, lead: a, due: 2017-08-01, revisions: [{date: 2017-07-01, due: 2017-12-31, reason: x}], transfers: [{date: 2017-07-01, lead: b, reason: x}]}
      - {id: r4, text: 移交走的, lead: b, due: 2017-08-01, transfers: [{date: 2017-07-01, lead: a, reason: x}]}
      - {id: r5, text: 长期的, lead: b, ongoing: yes}
      - {id: r6, text: 办结的, lead: b, due: 2017-08-01}
      - {id: r7, text: 豁免的, lead: b, due: 2017-08-01}
  - {id: m3, kind: regular, date: 2017-09-20, title: 三季度会, resolutions: [{id: r1, text: 别人的, lead: a, ongoing: yes}]}
  - {id: x, kind: regular, date: 2017-09-25, title: 取消的会, cancelled: 台风, resolutions: [{id: r1, text: 取消了, lead: b, due: 2017-09-26}]}
waivers:
  - {rule: resolution-overdue, record: meetings/m2/resolutions/r7, reason: 停办, approved: m3}
  - {rule: report-missing, record: meetings/m1/units/b, reason: 停报, approved: m2, until: 2017-09-29}
followups:
  - {meeting: m2, unit: b, date: 2017-09-25, items: [{resolution: r6, status: done}]}
  - {meeting: m3, unit: b, date: 2017-10-01}
requests:
  - {id: q1, date: 2017-09-01, by: a, to: [b, c], text: 未答复, due: 2017-09-10, answers: [{unit: c, date: 2017-09-02, accepted: yes}, {unit: b, date: 2017-10-02, accepted: yes}]}
  - {id: q2, date: 2017-09-02, by: c, to: [b], text: 已答复, due: 2017-09-10, answers: [{unit: b, date: 2017-09-30, accepted: no}]}
  - {id: q3, date: 2017-10-02, by: c, to: [b], text: 以后的请求, due: 2017-10-10}
  - {id: q4, date: 2017-09-03, by: a, to: [b], text: 没有时限}
plans:
  - year: 2017
    adopted: 2017-03-01
    tasks:
      - {id: t1, title: 自己牵头, lead: b, due: 2017-10-10, target: {metric: sessions, value: 60}}
      - {id: t2, title: 专委会牵头, lead: k}
      - {id: t3, title: 已经完成, lead: b, due: 2017-08-01, done: 2017-07-01}
      - {id: t4, title: 别人牵头, lead: l, due: 2017-08-01}
      - {id: t5, title: 终止了, lead: b, due: 2017-08-01, dropped: {date: 2017-07-01, reason: x}}
  - {year: 2018, adopted: 2017-12-01, tasks: [{id: t1, title: 明年的, lead: b, due: 2018-10-10}]}
events: [{id: e, title: x, kind: volunteer, date: 2017-05-01, lead: b, sessions: 20余, plan: 2017/t1}]
)";

std::string reminder(Language language, Of of) {
  return report("reminder", small_book, language, of);
}

}  // namespace

TEST_CASE("a reminder in Chinese") {
  const std::string text = reminder(Language::zh, {.subject = "b"});
  CHECK(text.starts_with("# 站区联盟催办单\n\n乙单位：\n"));
  // 2 reports, r1 r2 r3 r5, q1 q4, t1 t2; overdue are m1's report, r1 and q1.
  check_lines(
      text, {
                "截至2017年9月30日，你单位尚有落实报告2份、牵头决议4项、协作请求2件、"
                "年度计划任务2项未办结，其中逾期3项。请抓紧办理，并将办理情况报送站区联盟办公室。",
                "**责任人**：乙的负责人",
                "## 一、落实报告",
                "| 一季度会 | 2017年6月20日 | 未报 | 逾期102天 |",
                "| 三季度会 | 2017年12月31日（暂定） | 待报 | 还有92天 |",
                "## 二、牵头决议",
                "| 二季度会 | 逾期的 | — | 2017年9月29日 | 逾期 | 逾期1天 |",
                "| 二季度会 | 今天到期 | 甲单位 | 2017年9月30日 | 未启动 | 今日到期 |",
                "| 二季度会 | 移交来的 | — | 2017年12月31日 | 未启动 | 还有92天 |",
                "| 二季度会 | 长期的 | — | 长期 | 未启动 | — |",
                "| 二季度会 | 豁免的 | — | 2017年8月1日 | 逾期 | 逾期60天（已豁免） |",
                "## 三、待答复的协作请求",
                "| 2017年9月1日 | 甲单位 | 未答复 | 2017年9月10日 | 逾期20天 |",
                "| 2017年9月3日 | 甲单位 | 没有时限 | — | — |",
                "## 四、年度计划任务",
                "| 2017年 | 自己牵头 | 乙单位 | 2017年10月10日 | 场次 60 | 20余 | 还有10天 |",
            });
  CHECK(has(text, "| 2017年 | 专委会牵头 | 某专委会 |"));
  check_absent(text, {"移交走的", "办结的", "取消", "别人", "已答复", "以后的请求", "已经完成",
                      "终止了", "明年的", "| 二季度会 | 2017"});
}

TEST_CASE("a reminder in English") {
  check_lines(reminder(Language::en, {.subject = "b"}),
              {
                  "To: 乙单位",
                  "As of 2017-09-30 still open: reports: 2, resolutions: 4, requests: 2, tasks of "
                  "plans: 2; overdue of these: 3. Please see to it and report to the office.",
                  "| 一季度会 | 2017-06-20 | missing | overdue for 102 days |",
                  "| 二季度会 | 今天到期 | 甲单位 | 2017-09-30 | not started | due today |",
                  "| 2017-09-01 | 甲单位 | 未答复 | 2017-09-10 | overdue for 20 days |",
              });
}

TEST_CASE("a report in time or late is done, and a waiver in force takes it off the count") {
  const std::string before =
      reminder(Language::zh, {.subject = "b", .as_of = *Date::make(2017, 9, 24)});
  check_lines(before, {"| 一季度会 | 2017年6月20日 | 未报 | 逾期96天（已豁免） |",
                       "| 二季度会 | 2017年9月20日 | 未报 | 逾期4天 |"});
  CHECK_FALSE(
      has(reminder(Language::zh, {.subject = "b", .as_of = *Date::make(2017, 10, 1)}), "三季度会"));
}

TEST_CASE("a reminder for the public names no head") {
  check_absent(reminder(Language::zh, {.subject = "b", .audience = Audience::the_public}),
               {"乙的负责人", "责任人"});
}

TEST_CASE("a unit that owes nothing is told so") {
  const std::string text =
      report("reminder", "units: [{id: a, name: 甲}]\n", Language::zh, {.subject = "a"});
  check_lines(text, {"截至2017年9月30日，你单位没有应办未办事项。", "没有应报未报的落实报告。",
                     "没有未办结的牵头决议。", "没有待答复的协作请求。", "没有未完成的计划任务。"});
  CHECK(has(report("reminder", "units: [{id: a}]\n", Language::en, {.subject = "a"}),
            "As of 2017-09-30 nothing is owed."));
}

}  // namespace reminder_report_test
