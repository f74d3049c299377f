// What a name, a head and a policy were on a day.
#include <doctest/doctest.h>

#include <lianxi/book/book.hpp>
#include <lianxi/documents/markdown.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/reports/report.hpp>

namespace days_test {

using namespace lianxi;

namespace {

const std::string text = R"(
联盟:
  名称: 站区联盟
  成立日期: 2017-01-01
  办公室: 商管办
  制度:
    - {报告范围: 全体, 法定人数: 2/3, 通知提前天数: 5}
    - {起: 2018-01-01, 报告范围: 承办, 法定人数: 无}
    - {起: 2017-07-01, 通知提前天数: 2}
单位:
  - 编号: 商管办
    名称: 商务区管理办公室
    负责人: 现任主任
    曾用名:
      - {名称: 商圈管理办, 止: 2017-12-31}
      - {名称: 商圈筹备组, 简称: 筹备组, 负责人: 筹备组组长, 止: 2017-06-30}
  - {编号: 万汇, 名称: 万汇广场, 简称: 万汇, 别名: [万汇商场]}
会议:
  - {编号: m1, 类型: 例会, 日期: 2017-06-30, 主持单位: 商管办, 地点: 大厅}
  - {编号: m2, 类型: 例会, 日期: 2018-03-01, 主持单位: 商管办, 地点: 大厅}
)";

Date day(int year, unsigned month, unsigned of_month) { return *Date::make(year, month, of_month); }

std::string notice_of(const Book& book, std::string_view meeting) {
  const auto* kind = find_report("notice");
  return to_markdown(make_report(*kind, {book, day(2018, 12, 31), {}, Language::zh, meeting}));
}

}  // namespace

TEST_CASE("a unit is called what it was called on the day") {
  const Book book = Book::of(text);
  const Unit& office = *book.unit("商管办");
  CHECK(book.name_on(office, day(2017, 6, 30)) == "商圈筹备组");
  CHECK(book.short_name_on(office, day(2017, 6, 30)) == "筹备组");
  CHECK(book.head_on(office, day(2017, 6, 30)) == "筹备组组长");
  // The entry gives a name and no short one, so it had none; its head is not said to be another.
  CHECK(book.name_on(office, day(2017, 7, 1)) == "商圈管理办");
  CHECK(book.short_name_on(office, day(2017, 12, 31)) == "商圈管理办");
  CHECK(book.head_on(office, day(2017, 7, 1)) == "现任主任");
  CHECK(book.name_on(office, day(2018, 1, 1)) == "商务区管理办公室");
}

TEST_CASE("a unit is found by every name that it has or had, by none that two have") {
  const Book book = Book::of(text + "  - {编号: m3, 类型: 例会, 日期: 2018-06-01}\n");
  for (const auto* name : {"万汇", "万汇广场", "万汇商场"})
    CHECK(book.unit_by_any_name(name) == book.unit("万汇"));
  CHECK(book.unit_by_any_name("筹备组") == book.unit("商管办"));
  CHECK(book.unit_by_any_name("万汇广") == nullptr);
}

TEST_CASE("the policy of a day is what stands after all entries up to it") {
  const Book book = Book::of(text);
  const auto on = [&](Date when) -> const Policy& { return book.policy_on(when); };
  CHECK(*on(day(2017, 6, 30)).notice_days == 5);
  CHECK(*on(day(2017, 7, 1)).notice_days == 2);
  CHECK(*on(day(2018, 1, 1)).notice_days == 2);
  CHECK(*on(day(2017, 12, 31)).reporters == Reporters::all);
  CHECK(*on(day(2018, 1, 1)).reporters == Reporters::assigned);
  CHECK((*on(day(2017, 12, 31)).quorum).least.has_value());
  CHECK_FALSE((*on(day(2018, 1, 1)).quorum).least.has_value());
}

TEST_CASE("a paper about a meeting uses the names of its day") {
  const Book book = Book::of(text);
  CHECK(notice_of(book, "m1").find("商圈筹备组") != std::string::npos);
  CHECK(notice_of(book, "m1").find("商务区管理办公室") == std::string::npos);
  CHECK(notice_of(book, "m2").find("商务区管理办公室") != std::string::npos);
  CHECK(notice_of(book, "m2").find("商圈") == std::string::npos);
}

}  // namespace days_test
