// What cells of tables are to a spreadsheet.
#include <doctest/doctest.h>

#include <lianxi/documents/sheet_cells.hpp>

namespace sheet_cells_test {

using namespace lianxi;
using namespace lianxi::sheet;

TEST_CASE("figures are numbers, digit by digit") {
  const auto is = [](std::string_view text, std::int64_t value, int places, Shown shown,
                     bool plus = false) {
    CAPTURE(text);
    const auto number = number_in(text);
    REQUIRE(number);
    CHECK(number->value == value);
    CHECK(number->places == places);
    CHECK(number->shown == shown);
    CHECK(number->has_plus == plus);
  };
  is("0", 0, 0, Shown::whole);
  is("1,234", 1234, 0, Shown::whole);
  is("-12", -12, 0, Shown::whole);
  is("+3,114.00", 311400, 2, Shown::amount, true);
  is("9,999,999,999,999.99", 999999999999999, 2, Shown::amount);
  is("0.05", 5, 2, Shown::amount);
  is("87.5%", 875, 3, Shown::percent);
  is("100.0%", 1000, 3, Shown::percent);
}

TEST_CASE("what only looks like a figure stays text") {
  for (const std::string_view text :
       {"", "—", "约5,500", "220余", "220+", "about 5,500", "1,23", "12,34.00", ",123", "1,2345",
        "1.5", "1.234", "14 / 16", "+3.2个百分点", "87%", "1e3", "12345678901234567", "=1", "007x"})
    CHECK_FALSE(number_in(text));
}

TEST_CASE("a day alone is a day") {
  CHECK(day_in("2017年9月20日") == Date::make(2017, 9, 20));
  CHECK(day_in("2017-09-20") == Date::make(2017, 9, 20));
  for (const std::string_view text : {"2017年9月", "2017-Q3", "2017", "长期", "2017年9月31日",
                                      "2017年9月1日至2017年9月2日", "截至2017年9月20日", "—"})
    CHECK_FALSE(day_in(text));
  // Day 1 is 1 January 1900, and there is a 29 February 1900: 1 March 1900 is day 61.
  CHECK(serial_of(*Date::make(1900, 3, 1)) == 61);
  CHECK(serial_of(*Date::make(2017, 9, 20)) == 42998);
}

TEST_CASE("sheets have names that programs accept") {
  CHECK(name_from("a[b]:c*d?e/f\\g") == "abcdefg");
  CHECK(name_from("'主要指标'") == "主要指标");
  CHECK(name_from("12345678901234567890123456789012345") == "1234567890123456789012345678901");
  CHECK(name_from("?*").empty());
}

TEST_CASE("a cell holds so much text and no more") {
  CHECK(text_for_cell("一\n二") == "一\n二");
  CHECK(text_for_cell("a\x01") == "a\\u{1}");
  CHECK(text_for_cell("a\tb\r\nc") == "a b\nc");
  CHECK(text_for_cell("a_x0041_b _x41_") == "a_x005F_x0041_b _x41_");
  CHECK(lines_of("", 10) == 1);
  CHECK(lines_of("四个汉字", 9) == 1);  // eight half-width characters
  CHECK(lines_of("五个汉字了", 9) == 2);
  CHECK(lines_of("a\n\nb", 9) == 3);
  const std::string cut = text_for_cell(std::string(50000, 'x'));
  CHECK(cut == std::string(32766, 'x') + "…");
}

}  // namespace sheet_cells_test
