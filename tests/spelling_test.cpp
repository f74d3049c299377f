#include <doctest/doctest.h>

#include <lianxi/base/period.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/schema/spelling.hpp>

namespace spelling_test {

using namespace lianxi;

static std::string date(std::string_view text) {
  const auto read = read_date(text);
  return read ? iso(*read) : "-";
}

TEST_CASE("dates are read in all their spellings") {
  for (const auto* text : {"2017-09-20", "2017-9-20", "2017/9/20", "2017.9.20", "2017年9月20日",
                           "二〇一七年九月二十日", "２０１７－０９－２０", "２０１７年９月２０日",
                           "二零一七年九月二十日", "2017．9．20"}) {
    CAPTURE(text);
    CHECK(date(text) == "2017-09-20");
  }
  CHECK(date("二〇二〇年十二月三十一日") == "2020-12-31");
  CHECK(date("二〇一六年二月二十九日") == "2016-02-29");
  CHECK(date("二〇一七年十月十日") == "2017-10-10");
}

TEST_CASE("what is no day of the calendar is no date") {
  for (const auto* text : {"2017-02-29", "2017-13-01", "2017-00-10", "1899-12-31", "2200-01-01",
                           "17-09-20", "2017-9/20", "2017-09-20 ", "2017年9月20", "20170920", "",
                           "二〇一七年九月三十一日", "2017-09-20T00:00"}) {
    CAPTURE(text);
    CHECK(date(text) == "-");
  }
}

static std::string count(std::string_view text) {
  const auto read = read_count(text);
  return read ? to_text(*read, Language::en) : "-";
}

TEST_CASE("counts keep their qualifier") {
  CHECK(count("220") == "220");
  CHECK(count("1,600") == "1,600");
  CHECK(count("220余") == "220+");
  CHECK(count("220多") == "220+");
  CHECK(count("220+") == "220+");
  CHECK(count("２２０＋") == "220+");
  CHECK(count("约5500") == "about 5,500");
  CHECK(count("近5500") == "about 5,500");
  CHECK(count("~5500") == "about 5,500");
  CHECK(count("5500左右") == "about 5,500");
  CHECK(count("2万") == "20,000");
  CHECK(count("1.2万余") == "12,000+");
  CHECK(count("1000000000000") == "1,000,000,000,000");
  CHECK(count("大约 1.2 万") == "about 12,000");
  CHECK(count("200以上") == "200+");
  CHECK(count("1000000000000+") == "1,000,000,000,000+");
  for (const auto* text : {"1000000000001", "-1", "1,60", "1.5", "1,6000", "约220余", "", "余",
                           "1.23456万", "22 0", "0x10", "about 220+", "about", "or more",
                           "about about 2", "around or more", "two", "2 万 3"}) {
    CAPTURE(text);
    CHECK(count(text) == "-");
  }
}

TEST_CASE("counts are read as English writes them, in any case of the letters") {
  for (const auto* word : {"about", "around", "approx", "approx.", "approximately", "roughly",
                           "nearly", "almost", "some", "About", "APPROX."}) {
    CAPTURE(word);
    CHECK(count(std::string(word) + " 1,200") == "about 1,200");
  }
  for (const auto* text : {"over 200", "more than 200", "at least 200", "200 or more", "Over 200",
                           "At Least 200", "ｏｖｅｒ　２００"}) {
    CAPTURE(text);
    CHECK(count(text) == "200+");
  }
}

TEST_CASE("a sum is as uncertain as its parts") {
  const Count exact{1, Qualifier::exact}, least{2, Qualifier::at_least}, about{3, Qualifier::about};
  CHECK((exact + least).qualifier == Qualifier::at_least);
  CHECK((least + about + exact).qualifier == Qualifier::about);
  CHECK(to_text(least + Count{218}, Language::zh) == "220余");
  CHECK(to_text(about + Count{5497}, Language::zh) == "约5,500");
}

static std::string amount(std::string_view text) {
  const auto read = read_amount(text);
  return read ? plain(*read) : "-";
}

TEST_CASE("amounts are exact to the cent") {
  CHECK(amount("4000") == "4000.00");
  CHECK(amount("4,000.00") == "4000.00");
  CHECK(amount("0.1") == "0.10");
  CHECK(amount("９９．０５") == "99.05");
  CHECK(amount("10000000000000") == "10000000000000.00");
  for (const auto* text :
       {"10000000000000.01", "4000元", "¥4000", "1.005", "1.", ".5", "-1", "1e3", "4,00"}) {
    CAPTURE(text);
    CHECK(amount(text) == "-");
  }
  CHECK(to_text(Amount{123456789}) == "1,234,567.89");
  CHECK(plain(Amount{-5}) == "-0.05");
  CHECK(to_text(Amount{-123456}) == "-1,234.56");
}

TEST_CASE("times, whole numbers and fractions") {
  CHECK(iso(*read_time("9:00")) == "09:00");
  CHECK(iso(*read_time("14：05")) == "14:05");
  CHECK_FALSE(read_time("24:00"));
  CHECK_FALSE(read_time("14:5"));
  CHECK(read_int("1000000000") == 1000000000);
  CHECK_FALSE(read_int("1000000001"));
  CHECK_FALSE(read_int("1,000"));
  CHECK(read_fraction("2/3")->under == 3);
  CHECK(read_fraction("５０％")->over == 50);
  for (const auto* text : {"0/3", "4/3", "0%", "101%", "2/0", "0.5"})
    CHECK_FALSE(read_fraction(text));
}

TEST_CASE("ids are letters, marks and digits of any script") {
  for (const auto* text : {"2017-q3", "地铁派出所", "a.b_c-d", "二〇一七", "é"}) CHECK(is_id(text));
  for (const auto* text : {"", "-a", ".a", "a b", "a/b", "a，b", "a:b", "①"})
    CHECK_FALSE(is_id(text));
  CHECK(is_id(std::string(64, 'a')));
  CHECK_FALSE(is_id(std::string(65, 'a')));
  std::string buffer;
  CHECK(mapped_id("２０１７－ｑ３", buffer) == "2017-q3");
  CHECK(mapped_id("e\u0301", buffer) == "\u00e9");
}

TEST_CASE("rates are rounded by whole numbers, halves up") {
  CHECK(rate(7, 8) == 875);
  CHECK(rate(1, 3) == 333);
  CHECK(rate(2, 3) == 667);
  CHECK(rate(1, 16) == 63);  // 6.25 is halfway between 6.2 and 6.3
  CHECK(rate(0, 5) == 0);
}

static std::string period(std::string_view text) {
  const auto read = read_period(text, *Date::make(2017, 11, 15));
  if (!read) return "-";
  return (read->from ? iso(*read->from) : "") + ".." + (read->to ? iso(*read->to) : "");
}

TEST_CASE("periods are read in English and Chinese") {
  CHECK(period("2017") == "2017-01-01..2017-12-31");
  CHECK(period("2017年") == "2017-01-01..2017-12-31");
  CHECK(period("2017-H1") == "2017-01-01..2017-06-30");
  CHECK(period("2017年上半年") == "2017-01-01..2017-06-30");
  for (const auto* text :
       {"2017-Q3", "2017年三季度", "2017年第三季度", "2017年3季度", "last-quarter", "上季度"})
    CHECK(period(text) == "2017-07-01..2017-09-30");
  CHECK(period("2016-02") == "2016-02-01..2016-02-29");
  CHECK(period("2017年8月") == "2017-08-01..2017-08-31");
  CHECK(period("2017-08-15") == "2017-08-15..2017-08-15");
  CHECK(period("2016..2017-Q1") == "2016-01-01..2017-03-31");
  CHECK(period("2016..") == "2016-01-01..");
  CHECK(period("..2016-08") == "..2016-08-31");
  CHECK(period("all") == "..");
  CHECK(period("本月") == "2017-11-01..2017-11-30");
  CHECK(period("last-month") == "2017-10-01..2017-10-31");
  CHECK(period("去年") == "2016-01-01..2016-12-31");
  CHECK(period("this-year") == "2017-01-01..2017-12-31");
  for (const auto* text :
       {"", "2017-Q5", "2017-13", "17", "2017-H3", "soon", "2017-02-30", "2017Q3"}) {
    CAPTURE(text);
    CHECK(period(text) == "-");
  }
}

TEST_CASE("a nearest word must be near") {
  const std::string_view words[] = {"名称", "编号", "完成时限", "name", "note"};
  CHECK(nearest("名你", words) == "名称");
  CHECK(nearest("naem", words) == "name");
  CHECK(nearest("完成期限", words) == "完成时限");
  CHECK(nearest("xyz", words) == "");
}

TEST_CASE("width counts columns, not bytes") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("地铁") == 4);
  CHECK(display_width("e\u0301") == 1);
  CHECK(printable("a\x1b[2Jb\u202Ec") == "a\\u{1b}[2Jb\\u{202e}c");
}

}  // namespace spelling_test
