// Spreadsheets: cells as they were typed, headings, rows as drafts.
#include <doctest/doctest.h>

#include <lianxi/base/error.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/book/record_path.hpp>
#include <lianxi/exchange/import_text.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/sheets/cell_text.hpp>
#include <lianxi/sheets/columns.hpp>
#include <lianxi/sheets/import_attendance.hpp>
#include <lianxi/sheets/separated_text.hpp>
#include <lianxi/sheets/sheet_reading.hpp>

using namespace lianxi;

namespace sheets_test {
namespace {

const char* const book_text = R"(联盟: {名称: 联盟, 成立日期: 2013-01-01}
单位:
  - {编号: u1, 名称: 铁路南京南站, 简称: 铁路南站}
  - {编号: u2, 名称: 甲、乙联合社}
会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    签到: {出席: [{单位: u1, 姓名: 张}]}
活动:
  - {编号: 2017-e12, 标题: 旧, 类型: 宣传, 日期: 2017-08-01, 牵头单位: u1, 服务人次: 220余}
)";

Imported imported(const Book& book, const char* collection, const char* csv,
                  const ImportOptions& options = {}) {
  return import_sheet(book, *collection_named(collection), sheet_in(csv, "t.csv"), options);
}

std::string text_of(const Imported& result, const char* collection) {
  return to_text(result, *collection_named(collection)->type, Language::en);
}

std::string only_fault(const std::vector<SheetFault>& faults) {
  REQUIRE(faults.size() == 1);
  return faults[0].message.en;
}

TEST_CASE("numbers are written as they were typed") {
  CHECK(number_text(1600, -1) == "1600");
  CHECK(number_text(0.1 + 0.2, -1) == "0.3");
  CHECK(number_text(0.1 + 0.2, 2) == "0.3");
  CHECK(number_text(33.333333333, 2) == "33.33");
  CHECK(number_text(1.5, 0) == "1.5");  // shown as 2, which it is not
  CHECK(number_text(-0.0, -1) == "0");
  CHECK(number_text(12345678901234, -1) == "12345678901234");
  CHECK(shaped_text(0.5, shape_of("0%"), false) == "50%");
  CHECK(shaped_text(4000, shape_of("#,##0.00"), false) == "4000");
}

TEST_CASE("days and times are found by their format") {
  using Shape = NumberShape::Kind;
  CHECK(shape_of("yyyy\"年\"m\"月\"d\"日\"").kind == Shape::day);
  CHECK(shape_of("[$-804]yyyy\\-mm\\-dd;@").kind == Shape::day);
  CHECK(shape_of("h:mm:ss").kind == Shape::time);
  CHECK(shape_of("[h]:mm").kind == Shape::time);
  CHECK(shape_of("yyyy/m/d h:mm").kind == Shape::day_and_time);
  CHECK(shape_of("[Red]0.00").kind == Shape::number);
  CHECK(shape_of("\"第\"0\"次\"").kind == Shape::number);
  CHECK(shaped_text(42998, shape_of_builtin(14), false) == "2017-09-20");
  CHECK(shaped_text(41536, shape_of_builtin(14), true) == "2017-09-20");
  CHECK(shaped_text(1, shape_of_builtin(14), false) == "1900-01-01");
  CHECK(shaped_text(59, shape_of_builtin(14), false) == "1900-02-28");
  CHECK(shaped_text(61, shape_of_builtin(14), false) == "1900-03-01");
  CHECK(shaped_text(0.5868055555555556, shape_of_builtin(20), false) == "14:05");
  CHECK(shaped_text(42998.58680555555, shape_of_builtin(22), false) == "2017-09-20 14:05");
  CHECK(shaped_text(-1, shape_of_builtin(14), false) == "-1");
}

TEST_CASE("columns have letters") {
  CHECK(column_letters(0) == "A");
  CHECK(column_letters(25) == "Z");
  CHECK(column_letters(26) == "AA");
  CHECK(column_letters(16383) == "XFD");
}

TEST_CASE("text files are parted at what parts them") {
  CHECK(separator_of("a,b;c,d\n") == ",");
  CHECK(separator_of("a;b,c;d\n") == ";");
  CHECK(separator_of("a\tb\n") == "\t");
  CHECK(separator_of("\"a,b,c\";d\n") == ";");
  CHECK(separator_of("\n \r\n\na;b,c;d\n") == ";");  // the first that is not blank
  CHECK(separator_of(std::string(2'000'000, '\n')) == ",");
  CHECK(separator_of("编号，标题\n1，二\n") == "，");
  CHECK(separator_of("编号，标题\n1，二，三\n") == ",");
  const Grid grid = separated_cells("a,\"b \"\"c\"\"\r\nd\"\r\n\r\n,x\r\n", ",");
  REQUIRE(grid.rows.size() == 2);
  CHECK(grid.rows[0].cells[1].text == "b \"c\"\nd");
  CHECK(grid.rows[1].number == 4);
  CHECK(grid.rows[1].cells[0].kind == Cell::Kind::empty);
  CHECK_THROWS_AS(separated_cells("a,\"b\n", ","), Error);
}

TEST_CASE("headings are known by what forms put around them") {
  CHECK(bare_heading(" *单位（必填）： ") == "单位");
  CHECK(bare_heading("签到时间*") == "签到时间");
}

TEST_CASE("rows become drafts in the order of the table") {
  const Book book = Book::of(book_text);
  const auto result = imported(book, "meetings",
                               "会议纪要.印发日期,date,kind,minutes.signed.by,编号\n"
                               "2017年12月25日,2017/12/20,例会,张,2017-q4\n");
  CHECK(text_of(result, "meetings") ==
        "# 1 record to be written\n"
        "meetings:\n"
        "  - id: 2017-q4\n"
        "    kind: 例会\n"
        "    date: 2017-12-20\n"
        "    minutes:\n"
        "      signed:\n"
        "        by: 张\n"
        "      issued: 2017-12-25\n");
}

TEST_CASE("references are resolved, and names with a separator stay whole") {
  const Book book = Book::of(book_text);
  const auto result =
      imported(book, "committees", "id,name,lead,members\nc1,组,铁路南站,甲社、铁路南站\n");
  CHECK(only_fault(result.faults) == "there is no unit “甲社”");
  const auto good =
      imported(book, "committees", "id,name,lead,members\nc1,组,铁路南站,甲、乙联合社、铁路南站\n");
  CHECK(text_of(good, "committees").find("members: [u2, u1]") != std::string::npos);
}

TEST_CASE("ids follow the pattern of those that are there") {
  const Book book = Book::of(book_text);
  const auto result = imported(
      book, "events", "标题,类型,日期,牵头单位\n一,宣传,2017-10-01,u1\n二,宣传,2018-01-02,u1\n");
  const auto text = text_of(result, "events");
  CHECK(text.find("id: 2017-e13") != std::string::npos);
  CHECK(text.find("id: 2018-e1\n") != std::string::npos);
  const auto first = imported(book, "shares", "date,unit,title,kind\n2017-10-01,u1,题,经验\n");
  CHECK(text_of(first, "shares").find("id: s1") != std::string::npos);
}

TEST_CASE("units of an empty book get their names for ids") {
  const Book book;
  const auto result = imported(book, "units", "单位名称,简称,序号\n铁路南京南站,铁路南站,1\n");
  CHECK(text_of(result, "units").find("id: 铁路南站") != std::string::npos);
}

TEST_CASE("what is there already is passed over, or refused where it differs") {
  const Book book = Book::of(book_text);
  const auto equal =
      imported(book, "events", "标题,类型,日期,牵头单位\n旧,publicity,2017年8月1日,铁路南站\n");
  CHECK(equal.faults.empty());
  CHECK(equal.passed_over == 1);
  const auto other =
      imported(book, "events", "编号,标题,类型,日期,牵头单位\n2017-e12,新,宣传,2017-08-01,u1\n");
  CHECK(only_fault(other.faults) == "“2017-e12” is in the book already, with “title” 旧");
  const auto unit = imported(book, "units", "名称,简称\n铁路南京南站,铁路南站\n");
  CHECK(unit.passed_over == 1);
  const auto twice = imported(book, "units", "编号,名称\na,甲\na,乙\n");
  CHECK(only_fault(twice.faults) == "“a” stands in row 2 already");
}

TEST_CASE("options name columns by heading or letters") {
  const Book book = Book::of(book_text);
  const auto result = imported(book, "units", "抬头\n代号,全名,多余\nx,新单位,1\n",
                               {.skip = 1, .maps = {"id=代号", "name=B"}, .ignored = {"C"}});
  CHECK(text_of(result, "units").find("name: 新单位") != std::string::npos);
  CHECK_THROWS_AS(imported(book, "units", "a\nb\n", {.maps = {"name=q"}}), Error);
  CHECK_THROWS_AS(imported(book, "units", "a\nb\n", {.maps = {"nme=A"}}), Error);
  const auto title = imported(book, "units", "花名册,\n编号,名称\nx,新\n");
  REQUIRE(title.faults.size() == 1);
  CHECK(title.faults[0].hint.en == "row 2 looks like the headings: --skip 1");
}

TEST_CASE("a sign-in sheet becomes attendance") {
  const Book book = Book::of(book_text);
  const auto read = [&](const char* csv) {
    return import_attendance(book, *book.meeting("2017-q3"), sheet_in(csv, "t.csv"), {});
  };
  const auto there = read("序号,单位,姓名\n1,铁路南站,张\n");
  CHECK(there.faults.empty());
  CHECK(there.passed_over == 1);
  const auto two =
      read("单位,姓名,签到时间\n甲、乙联合社,王,2017/9/20 13:48:22\n甲、乙联合社,李,14:01\n");
  CHECK(to_text(two, "2017-q3", Language::en) ==
        "# 1 record to be written\n"
        "# row 3 is joined with row 2: both are of u2\n"
        "meetings:\n"
        "  - id: 2017-q3\n"
        "    attendance:\n"
        "      present:\n"
        "        - unit: u2\n"
        "          person: 王、李\n"
        "          time: 13:48\n");
  CHECK(only_fault(read("单位,备注\n铁路南站,请假\n").faults) ==
        "who asks for leave gives a reason");
  CHECK(only_fault(read("单位,备注\n铁路南站,请假（出差）\n").faults) ==
        "the unit is present at this meeting");
  CHECK(only_fault(read("单位,备注\n南站,\n").faults) == "there is no unit “南站”");
}

}  // namespace
}  // namespace sheets_test
