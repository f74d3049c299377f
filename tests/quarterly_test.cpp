// The quarterly report of a small book, line by line where it matters.
#include <doctest/doctest.h>

#include <lianxi/base/finding.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/documents/markdown.hpp>
#include <lianxi/reports/report.hpp>

namespace lianxi::reports {
extern const ReportKind quarterly;
}  // namespace lianxi::reports

namespace quarterly_test {

using namespace lianxi;

namespace {

constexpr std::string_view small_book = R"(
alliance: {name: 站区|联盟, founded: 2016-01-01, office: a}
units:
  - {id: a, name: 甲单位, short_name: 甲, contact: 甲的电话}
  - {id: b, name: 乙单位}
  - {id: c, name: 丙单位}
meetings:
  - id: m1
    kind: regular
    date: 2017-05-10
    attendance: {present: [a, b, c]}
    resolutions:
      - {id: r1, text: 早已办结, lead: a, due: 2017-06-30}
      - {id: r2, text: 尚未办结, lead: b, due: 2017-08-31}
    minutes: {issued: 2017-05-12}
  - id: m2
    kind: regular
    date: 2017-09-20
    place: 会议室
    attendance: {present: [a, b], leave: [{unit: c, reason: 家中有事}]}
    resolutions: [{id: r1, text: 新的事项, lead: c, due: 2017-11-30, ongoing: no}]
    minutes: {issued: 2017-09-25}
followups:
  - {meeting: m1, unit: a, date: 2017-06-20, items: [{resolution: r1, status: done, result: 好了}]}
  - {meeting: m1, unit: b, date: 2017-09-25, items: [{resolution: r2, status: in_progress, problem: "缺钱\n缺人"}]}
events:
  - {id: e1, title: 导乘, kind: volunteer, date: 2017-08-01, until: 2017-08-31, lead: a, sessions: 31, served: 约5500, volunteers: 60余, plan: 2017/t1}
  - {id: e2, title: 义诊, kind: team_service, date: 2017-04-01, lead: b, served: 100}
  - {id: e3, title: 宣讲, kind: lecture, date: 2017-09-02, lead: b, served: 40, materials: [{item: 宣传册, quantity: 1600余, uom: 册}]}
funds: [{id: f, name: 爱心基金, steward: a, opening: 100}]
donations:
  - {id: d1, date: 2017-07-02, fund: f, amount: 4000, purpose: 受助者的隐私}
  - {id: d2, date: 2017-07-03, donor: 某公司, recipient: b, goods: [{item: AED, quantity: 1, uom: 台, value: 20000}]}
grants: [{id: g1, date: 2017-08-02, fund: f, amount: 325.04, beneficiaries: 3, purpose: 某人的病情}]
plans: [{year: 2017, tasks: [{id: t1, title: 导乘服务, lead: a, due: 2017-12-31, target: {metric: sessions, value: 60}}]}]
)";

std::string report(std::string_view as_of_quarter, Date as_of, Language language) {
  const Book book = Book::of(std::string(small_book));
  for (const Finding& finding : book.findings()) FAIL(finding.record, ": ", finding.message.en);
  const auto period = read_period(as_of_quarter, as_of);
  REQUIRE(period);
  return to_markdown(make_report(reports::quarterly, {book, as_of, *period, language}));
}

const Date end_of_q3 = *Date::make(2017, 9, 30);

void check_lines(const std::string& text, std::initializer_list<std::string_view> lines) {
  for (const std::string_view line : lines) {
    CAPTURE(line);
    CHECK(text.find("\n" + std::string(line) + "\n") != std::string::npos);
  }
}

}  // namespace

TEST_CASE("the quarterly report in Chinese") {
  const std::string text = report("2017-Q3", end_of_q3, Language::zh);
  CHECK(text.starts_with("# 站区\\|联盟2017年第三季度工作报告\n"));
  check_lines(
      text, {
                "| 召开会议 | 次 | 1 | 1 | 0 | 2 |",
                "| 会议出席率 | | 66.7% | 100.0% | -33.3个百分点 | 83.3% |",
                "| 服务群众 | 人次 | 约5,540 | 100 | 增约5,440 | 约5,640 |",
                "| 2017年9月20日 | 例会 | 会议室 | 2 / 3 | 1 | 0 | 1 | 5 |",
                "| 2017年5月10日例会 | 尚未办结 | 乙单位 | 2017年8月31日 | 逾期 | "
                "存在问题：缺钱<br>缺人 |",
                "| 2017年9月20日例会 | 新的事项 | 丙单位 | 2017年11月30日 | 未启动 | 尚无报告 |",
                "| 2017年5月10日例会 | 尚未办结 | 乙单位 | 2017年8月31日 | 30 |",
                "| 单位 | 2017年5月10日例会<br>截止2017年9月20日 | "
                "2017年9月20日例会<br>截止2017年12月31日（暂定） |",
                "| 甲 | 按时 | 待报 |",
                "| 乙单位 | 迟报 | 待报 |",
                "| 丙单位 | 未报 | 待报 |",
                "| **合计** | **2** | **32** | **约5,540** | **60余** | **—** | **—** |",
                "    \"志愿服务\" : 5500",
                "| 2017年8月1日至2017年8月31日 | 导乘 | 志愿服务 | 甲 | 31 | 约5,500 | 60余 | — |",
                "| 宣传册 | — | 1,600余 | 册 |",
                "| 2017年7月2日 | 匿名 | 4,000.00 | — | 爱心基金 |",
                "| 2017年7月3日 | 某公司 | — | AED 1 台 | 乙单位 |",
                "| 爱心基金 | 100.00 | 4,000.00 | 325.04 | 3 | 3,774.96 |",
                "- "
                "爱心基金（大写）：收入肆仟元整，支出叁佰贰拾伍元零肆分，期末余额叁仟柒佰柒拾肆元玖"
                "角陆分。",
                "| t1 | 导乘服务 | 甲 | 2017年12月31日 | 场次 60 | 31 | 推进中 |",
                "| 2017年11月30日 | 决议 | 新的事项 | 丙单位 |",
                "期间：2017年7月1日至2017年9月30日\\",
            });
  CHECK(text.find("## 十、") == std::string::npos);  // no projects, no cooperation
}

TEST_CASE("the quarterly report in English") {
  const std::string text = report("2017-Q3", end_of_q3, Language::en);
  check_lines(
      text,
      {
          "| Attendance | | 66.7% | 100.0% | -33.3 percentage points | 83.3% |",
          "| People served | person-times | about 5,540 | 100 | about 5,440 more | about 5,640 |",
          "| 2017-09-20 | regular meeting | 会议室 | 2 / 3 | 1 | 0 | 1 | 5 |",
          "| regular meeting of 2017-05-10 | 尚未办结 | 乙单位 | 2017-08-31 | overdue | problem: "
          "缺钱<br>缺人 |",
          "| 2017-07-02 | anonymous | 4,000.00 | — | 爱心基金 |",
          "| 爱心基金 | 100.00 | 4,000.00 | 325.04 | 3 | 3,774.96 |",
          "As of: 2017-09-30",
      });
  CHECK(text.find("肆仟") == std::string::npos);
}

TEST_CASE("what was closed before the quarter is counted, not listed") {
  const std::string text = report("2017-Q3", end_of_q3, Language::zh);
  CHECK(text.find("早已办结") == std::string::npos);
  check_lines(text, {"| 已完成 | 1 |", "| **合计** | **3** |"});
}

TEST_CASE("people's affairs stay out of the quarterly report") {
  const std::string text = report("2017-Q3", end_of_q3, Language::zh);
  for (const std::string_view secret : {"家中有事", "受助者的隐私", "某人的病情", "甲的电话"})
    CHECK(text.find(secret) == std::string::npos);
}

TEST_CASE("an empty book, and a quarter still to come, have a report") {
  const Book book = Book::of("alliance: {name: x, founded: 2016-01-01}\n");
  for (const auto* quarter : {"2017-Q3", "2018-Q1", "2015-Q1"})
    for (const Language language : {Language::en, Language::zh}) {
      const Period period = *read_period(quarter, end_of_q3);
      const auto text =
          to_markdown(make_report(reports::quarterly, {book, end_of_q3, period, language}));
      CHECK(text.starts_with("# x"));
    }
}

TEST_CASE("the quarter that a quarterly report covers") {
  const ReportKind& kind = *find_report("quarterly");
  const auto covers = [&](int year, unsigned month, unsigned day) {
    return to_text(default_period(kind, *Date::make(year, month, day)));
  };
  CHECK(covers(2017, 9, 30) == "2017-Q3");
  CHECK(covers(2017, 9, 29) == "2017-Q2");
  CHECK(covers(2018, 1, 1) == "2017-Q4");
  CHECK(suits(kind, *read_period("2017-Q3", end_of_q3)));
  CHECK_FALSE(suits(kind, *read_period("2017-08", end_of_q3)));
  CHECK_FALSE(suits(kind, Period{}));
  CHECK(find_report("nothing") == nullptr);
}

}  // namespace quarterly_test
