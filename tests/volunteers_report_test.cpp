// The report on volunteer service.
#include <fmt/format.h>

#include <lianxi/base/quantity.hpp>
#include <lianxi/book/book.hpp>

#include "report_checks.hpp"

namespace volunteers_report_test {

using namespace lianxi;
using namespace report_checks;
using test::check_absent;

namespace {

constexpr std::string_view small_book = R"(
alliance: {name: 站区联盟, founded: 2016-01-01}
units:
  - {id: b, name: 乙单位, order: 2}
  - {id: a, name: 甲单位, short_name: 甲, order: 1}
series:
  - {id: s, title: 每日服务, schedule: [{from: 2017-07-01, until: 2017-07-31, every: month}, {from: 2017-08-01, every: day}]}
  - {id: q, title: 每季一次, schedule: [{from: 2017-07-01, every: quarter}]}
waivers:
  - {rule: series-behind, record: series/q/months/2017-09, reason: 停办一次, approved: m}
events:
  - {id: e1, title: 七月, kind: volunteer, date: 2017-06-20, until: 2017-07-02, lead: a, sessions: 220余, volunteers: 3000余, series: s, partners: [b, 某协会, b, a]}
  - {id: e2, title: 八月, kind: themed_service, date: 2017-08-01, until: 2017-08-31, lead: b, sessions: 30, volunteers: 约5500, hours: 10.5, series: s, partners: [a]}
  - {id: e3, title: 未登记人次, kind: volunteer, date: 2017-08-05, lead: a, served: 40}
  - {id: e4, title: 义诊, kind: team_service, date: 2017-08-06, lead: b, served: 9999}
  - {id: e5, title: 以后的, kind: volunteer, date: 2017-10-01, lead: a, volunteers: 77777}
  - {id: e6, title: 不知谁牵头, date: 2017-08-07, volunteers: 1, sessions: 2}
  - {id: t1, title: 急救培训, kind: training, date: 2017-08-08, lead: b, trained: 60, certified: 40}
  - {id: t2, title: 普及培训, kind: training, date: 2017-08-09, lead: b, trained: 100余}
honors:
  - {id: h1, date: 2017-08-10, unit: a, title: 优秀集体, level: province, kind: collective}
  - {id: h2, date: 2017-10-10, unit: a, title: 以后的荣誉, level: province, kind: collective}
)";

std::string volunteers(Language language, Of of) {
  return report("volunteers", small_book, language, of);
}

}  // namespace

TEST_CASE("volunteer service in Chinese") {
  const std::string text = volunteers(Language::zh, {.period = "2017-Q3"});
  CHECK(text.starts_with("# 站区联盟2017年第三季度志愿服务报告\n"));
  check_lines(text,
              {
                  "## 一、统计口径",
                  // e1, e2, e3, e6: 220+ + 30 + 1 + 2 sessions, 3000+ + about 5500 + 1 volunteers
                  "| 志愿服务活动 | 项 | 4 |",
                  "| 活动场次 | 场 | 253余 |",
                  "| 志愿者参与 | 人次 | 约8,501 |",
                  "| 志愿时长 | 小时 | 10.50 |",
                  "| 服务群众 | 人次 | 40 |",
                  // An event counts in the month of its last day.
                  "| 2017年7月 | 1 | 220余 | 3,000余 | — | — |",
                  "| 2017年8月 | 3 | 33 | 约5,501 | 10.50 | 40 |",
                  "| **合计** | **4** | **253余** | **约8,501** | **10.50** | **40** |",
                  "| 甲 | 2 | 221余 | 3,000余 | — | 40 | 1 |",
                  "| 乙单位 | 1 | 30 | 约5,500 | 10.50 | — | 1 |",
                  "| 某协会 | 0 | 0 | — | — | — | 1 |",
                  "| — | 1 | 2 | 1 | — | — | 0 |",
                  "| 专题服务 | 1 | 30 | 约5,500 | 10.50 | — |",
                  "| 志愿服务 | 2 | 221余 | 3,000余 | — | 40 |",
                  "| — | 1 | 2 | 1 | — | — |",
                  "    \"志愿服务\" : 3000",
                  "| 2017年8月8日 | 急救培训 | 乙单位 | 1 | 60 | 40 |",
                  "| 2017年8月9日 | 普及培训 | 乙单位 | 1 | 100余 | — |",
                  "| **合计** | | | **2** | **160余** | **40** |",
                  "| 2017年8月10日 | 甲 | 省级 | 优秀集体 | — |",
                  "## 九、未按安排开展的情况",
                  "| 每日服务 | 每天 | 2017年8月 | 31 | 30 | 1 |",
                  "| 每日服务 | 每天 | 2017年9月 | 30 | 0 | 30 |",
                  "| 每季一次 | 每季度 | 2017年第三季度（已豁免） | 1 | 0 | 1 |",
              });
  check_absent(text, {"77,777", "以后的", "9,999", "10,039"});
}

TEST_CASE("volunteer service in English") {
  check_lines(volunteers(Language::en, {.period = "2017-Q3"}),
              {
                  "# 站区联盟: volunteer service, 2017-Q3",
                  "| Volunteers | person-times | about 8,501 |",
                  "| 2017-07 | 1 | 220+ | 3,000+ | — | — |",
                  "| Kind | Activities | Sessions | Volunteers (person-times) | Hours | Served "
                  "(person-times) |",
                  "| 每日服务 | every day | 2017-08 | 31 | 30 | 1 |",
                  "| 每季一次 | every quarter | 2017-Q3 (waived) | 1 | 0 | 1 |",
              });
}

TEST_CASE("a month that has not ended is not judged by its schedule") {
  const std::string text =
      volunteers(Language::zh, {.period = "2017-09", .as_of = *Date::make(2017, 9, 29)});
  check_lines(text, {"各服务项目均按安排开展。", "没有志愿服务记录。", "没有培训记录。"});
  CHECK_FALSE(has(text, "荣誉"));
}

TEST_CASE("ten thousand events add up, whatever month they fall in") {
  std::string book = "units: [{id: a}, {id: b}]\nevents:\n";
  std::int64_t all = 0, of_a = 0;
  for (int i = 0; i < 10'000; ++i) {
    const bool a = i % 3 == 0;
    book += fmt::format(
        "  - {{id: e{}, title: t, kind: volunteer, date: 20{:02}-{:02}-{:02}, lead: {}, "
        "volunteers: {}}}\n",
        i, 10 + i % 7, 1 + i % 12, 1 + i % 28, a ? "a" : "b", i);
    all += i;
    of_a += a ? i : 0;
  }
  check_lines(report("volunteers", book, Language::en, {}),
              {fmt::format("| **Total** | **10,000** | **10,000** | **{}** | **—** | **—** |",
                           with_thousands(all)),
               fmt::format("| a | 3,334 | 3,334 | {} | — | — | 0 |", with_thousands(of_a))});
}

}  // namespace volunteers_report_test
