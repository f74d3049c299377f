// Numbers that belong to a person, and the many that only look like one. Check digits
// were worked out apart from the library, by the weights of GB 11643 and by Luhn's rule.
#include <doctest/doctest.h>
#include <random>
#include <string_view>

#include <lianxi/base/privacy.hpp>
#include <lianxi/base/source.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/folder.hpp>
#include <lianxi/rules/judge.hpp>

namespace look_alikes_test {

using namespace lianxi;

namespace {

using Kind = PersonalNumber::Kind;

struct Sample {
  std::string_view text;
  Kind kind;
  std::string_view masked;
};

constexpr Sample personal_numbers[] = {
    {"11010519491231002X", Kind::identity, "110*************2X"},
    {"11010519491231002x", Kind::identity, "110*************2x"},
    {"320104198503170047", Kind::identity, "320*************47"},
    {"11010519491231002×", Kind::identity,
     "110*************2×"},  // as a keyboard for Chinese has it
    {"11010519491231002Х", Kind::identity, "110*************2Х"},  // Cyrillic
    {"3.13812345678", Kind::phone, "3.138******78"},               // the third of a list
    {"320115200002290015", Kind::identity, "320*************15"},  // 2000 was a leap year
    {"身份证号：510100200808085513。", Kind::identity, "身份证号：510*************13。"},
    {"１１０１０５１９４９１２３１００２Ｘ", Kind::identity,
     "１１０＊＊＊＊＊＊＊＊＊＊＊＊＊２Ｘ"},
    {"ID:110105194912310038;", Kind::identity, "ID:110*************38;"},
    {"13812345678", Kind::phone, "138******78"},
    {"电话13000000000转8001", Kind::phone, "电话130******00转8001"},
    {"19999999999（夜间）", Kind::phone, "199******99（夜间）"},
    {"+86 13912345678", Kind::phone, "+86 139******78"},
    {"请拨15000000001。", Kind::phone, "请拨150******01。"},
    {"6222024302001234", Kind::card, "622***********34"},
    {"622202430200123459", Kind::card, "622*************59"},
    {"6217001234567890122", Kind::card, "621**************22"},
    {"4027660000000002", Kind::card, "402***********02"},
    {"卡号5555555555554444收", Kind::card, "卡号555***********44收"},
};

/// As people write them. Where a line ends, it ends in the text.
constexpr Sample written_forms[] = {
    // The number of the country before it.
    {"+8613812345678", Kind::phone, "+86138******78"},
    {"+86-13812345678", Kind::phone, "+86-138******78"},
    {"+86 138 1234 5678", Kind::phone, "+86 138 **** **78"},
    {"8613812345678", Kind::phone, "86138******78"},
    {"008613812345678", Kind::phone, "0086138******78"},
    {"0086-138-1234-5678", Kind::phone, "0086-138-****-**78"},
    {"（86）13812345678", Kind::phone, "（86）138******78"},
    // Groups.
    {"138-1234-5678", Kind::phone, "138-****-**78"},
    {"138 1234 5678", Kind::phone, "138 **** **78"},
    {"1381 2345 678", Kind::phone, "138* **** *78"},
    {"138 12345678", Kind::phone, "138 ******78"},
    {"1381234-5678", Kind::phone, "138****-**78"},
    {"138 1234-5678", Kind::phone, "138 ****-**78"},
    {"138 - 1234 - 5678", Kind::phone, "138 - **** - **78"},
    {"138.1234.5678", Kind::phone, "138.****.**78"},
    {"138‑1234—5678", Kind::phone, "138‑****—**78"},
    {"138\u00a01234\u30005678", Kind::phone, "138\u00a0****\u3000**78"},
    {"１３８－１２３４－５６７８", Kind::phone, "１３８－＊＊＊＊－＊＊７８"},
    {"6222 0243 0200 1234", Kind::card, "622* **** **** **34"},
    {"6222-0243-0200-1234", Kind::card, "622*-****-****-**34"},
    {"6217 0012 3456 7890 122", Kind::card, "621* **** **** **** *22"},
    {"621700 1234567890122", Kind::card, "621*** ***********22"},
    {"４０２７ ６６００ ００００ ０００２", Kind::card, "４０２＊ ＊＊＊＊ ＊＊＊＊ ＊＊０２"},
    {"110105 19491231 002X", Kind::identity, "110*** ******** **2X"},
    {"110105 19491231 002x", Kind::identity, "110*** ******** **2x"},
    {"110105 19491231 002Ｘ", Kind::identity, "110*** ******** **2Ｘ"},
    {"110105-19491231-0038", Kind::identity, "110***-********-**38"},
    {"1101051949123100 38", Kind::identity, "110************* 38"},
    {"3201 0419 8503 1700 47", Kind::identity, "320* **** **** **** 47"},
    {"110105  19491231  002 X", Kind::identity, "110***  ********  **2 X"},
    {"(138)12345678", Kind::phone, "(138)******78"},
    {"（138）1234-5678", Kind::phone, "（138）****-**78"},
    {"(138)-1234-5678", Kind::phone, "(138)-****-**78"},
    {"(138) 1234 5678", Kind::phone, "(138) **** **78"},
    // Words that announce them.
    {"tel13812345678", Kind::phone, "tel138******78"},
    {"Tel:138-1234-5678", Kind::phone, "Tel:138-****-**78"},
    {"T:13812345678", Kind::phone, "T:138******78"},
    {"电话138-1234-5678转8001", Kind::phone, "电话138-****-**78转8001"},
    {"MOBILE+8613812345678", Kind::phone, "MOBILE+86138******78"},
    // Over the end of a line, which may be within a group.
    {"138\n1234\n5678", Kind::phone, "138\n****\n**78"},
    {"1381234\r\n    5678", Kind::phone, "138****\r\n    **78"},
    {"13812\n  345678", Kind::phone, "138**\n  ****78"},
    {"138-1234-\n5678", Kind::phone, "138-****-\n**78"},
    {"138 12\n  34 5678", Kind::phone, "138 **\n  ** **78"},
    {"13812 345678", Kind::phone, "138** ****78"},  // what `>` makes of two lines
    {"6222 0243\n 0200 1234", Kind::card, "622* ****\n **** **34"},
    {"622202430\n2001234", Kind::card, "622******\n*****34"},
    {"110105194912\n 31002X", Kind::identity, "110*********\n ****2X"},
    {R"("1381234\
       5678")",
     Kind::phone, R"("138****\
       **78")"},
    // With what cannot be seen between, and as escapes.
    {"138\u200b1234\u200b5678", Kind::phone, "138\u200b****\u200b**78"},
    {"138\u00ad123\U000e004145678", Kind::phone, "138\u00ad***\U000e0041***78"},
    {"1101051949\u20601231002X", Kind::identity, "110*******\u2060******2X"},
    {R"(\u0031\x33812345\U00000036\u{37}8)", Kind::phone, R"(\u0031\x338*****\U0000002a\u{37}8)"},
    {R"(138\u{200b}12345678)", Kind::phone, R"(138\u{200b}******78)"},
    {R"(１38\uff11２345678)", Kind::phone, R"(１38\uff0a＊****78)"},
    // Beside other numbers.
    {"6222 0243 0200 1234 14:00", Kind::card, "622* **** **** **34 14:00"},
    {"2017-09-20 138 1234 5678", Kind::phone, "2017-09-20 138 **** **78"},
    {"138-1234-5678 2017-09-20", Kind::phone, "138-****-**78 2017-09-20"},
    {"138 1234 5678 139 1234 5678", Kind::phone, "138 **** **78 139 **** **78"},
    {"1 138 1234 5678\n2 139 1234 5678", Kind::phone, "1 138 **** **78\n2 139 **** **78"},
    {"110105 19491231 002X 138 1234 5678", Kind::identity, "110*** ******** **2X 138 **** **78"},
};

constexpr std::string_view look_alikes[] = {
    // Places of a number.
    "0.13812345678",
    "118.13812345678,32.01",
    "E118.13812345678°",
    // Identity numbers that are none: the check digit.
    "110105194912310020",
    "11010519491231003X",
    "320104198503170046",
    "51010020080808551X",
    "110105194912310039",
    // The day of birth.
    "32011519900229001X",  // 1990 was no leap year
    "440301198813011235",  // month 13
    "320106197604310027",  // 31 April
    "320115199911312212",  // 31 November
    "320100201700000015",
    "110105000012310030",
    // The length: 15 digits as they were before 1999, 17, 19 and 20 of them.
    "110105491231002",
    "11010519491231002",
    "1101051949123100381",
    "11010519491231003800",
    "01010519491231002X1",
    "110105194912310XX8",
    "X10105194912310038X",
    // Mobile numbers that are none.
    "12812345678",
    "11912345678",
    "10000000000",
    "1381234567",
    "138123456789",
    "0138123456780",
    "23812345678",
    "025-52431234",
    "02552431234",
    "(025)5243-1234",
    "400-820-8820",
    "12306",
    // Letters and decimal places make a run part of something longer.
    "PZ13812345678",
    "13812345678A",
    "13812345678.50",
    "no13812345678x8001",
    "ORDER15912345678",
    // Card numbers that are none: Luhn's digit, the length, the issuer.
    "6222024302001235",
    "6217001234567890123",
    "4027660000000003",
    "5555555555554445",
    "622202430200123",
    "62220200000000000007",
    "3566002020360505",
    "6000000000000007",
    "8800112233445566",
    "9000000000000001",
    "1234567890123452",
    "CARD6222024302001234",
    // Numbers of an office's papers.
    "2017-09-20",
    "20170920",
    "20170920143000",
    "宁南站联〔2017〕12号",
    "NJN2017052001234567",
    "2017052001234567",
    "9132010060893142XL",
    "320104198503170",
    "1,234,567,890.00",
    "9787108009821",
    "978-7-108-00982-1",
    "G7001",
    "192.168.100.100",
    "32.0104,118.7965",
    // Groups that are none: the check digit, the day, Luhn's digit, a digit too many or too few.
    "110105 19491231 0020",
    "110105-19491331-0038",
    "6222 0243 0200 1235",
    "6222-0243-0200-1234-5678-9012",
    "138-1234-567",
    "138 1234 56789",
    "128 1234 5678",
    "86 138 1234 567",
    "861381234567",
    "0138-1234-5678",
    "86138123456789",
    // Parts of a code.
    "PZ138-1234-5678",
    "PZ-138-1234-5678",
    "138-1234-5678-A",
    "138-1234-5678-9012",
    "NJN-6222-0243-0200-1234",
    "1709-0001234",
    "170920-12345",
    "SJN13812345678",
    "telex13812345678",
    // Landlines, hot lines, numbers of other countries.
    "025-5243-1234",
    "010 1234 5678",
    "+86-25-52431234",
    "400 820 8820",
    "+1 650 253 0000",
    "12306 95598",
    // Amounts, counts, years, dates: alone, in rows, one below the other.
    "1,600",
    "15,000 138,000",
    "13 000 000 000",
    "138, 1234, 5678",
    "138、1234、5678",
    "138/1234/5678",
    "1200 138 1234 5678 90",
    "12 35 138 1200 1500",
    "138 1200 1500 1800 2100",
    "19491001 100",
    "1 3812345678",
    "  138  1234  5678",
    "4500 1200 3600 1830 2010",
    "4500 1200 3600 1800",
    "5200 4800 6100 5900",
    "2013 2014 2015 2016 2017",
    "2013-2014-2015",
    "2017-01-02 2017-02-03 2017-03-04",
    "2017.09.20 14:00",
    "20170920 14:00-16:00",
    "- 138\n- 1234\n- 5678",
    "1. 138\n2. 1234\n3. 5678",
    "138\n\n12345678",
    "138\t\t1234\t\t5678",
    "served 13812\ntrained 345678",
    // Postal codes, books, codes of organizations, coordinates, money.
    "210012 南京市雨花台区",
    "邮编 210012 电话 025-52431234",
    "ISBN 978 7 108 00982 1",
    "91320100608931421Y",
    "9132 0100 6089 3142 1Y",
    "宁站联发〔2017〕138号 1234份 5678元",
    "32.01041234, 118.79651234",
    "138.12 1234.56",
    "1381234.5678",
    "￥138 1234.00",
    "15000000000元",
    "13800000000余元",
    "¥ 13800000000",
    "13800000000人次",
    "宁站联发〔2017〕13812345678号",
    // Accounts of offices, of which the first digits happen to be a card's.
    "对公账号 4301 0123 4567 8901 23",
    "4301 0123 4567 8901 123",
    "(138)1234",
    "138)12345678",
    "(13812)345678",
    "(86)(138)1234",
    "(025)52431234",
};

std::optional<PersonalNumber> found_in(std::string_view text) { return find_personal_number(text); }

}  // namespace

TEST_CASE("a number of a person is known by its form and its check digit") {
  for (const Sample& sample : personal_numbers) {
    CAPTURE(sample.text);
    const auto found = found_in(sample.text);
    REQUIRE(found);
    CHECK(found->kind == sample.kind);
    CHECK(masked(sample.text) == sample.masked);
  }
}

TEST_CASE("a number of a person is known however it is written") {
  for (const Sample& sample : written_forms) {
    CAPTURE(sample.text);
    CHECK(may_hold_personal_number(sample.text));
    const auto found = found_in(sample.text);
    REQUIRE(found);
    CHECK(found->kind == sample.kind);
    CHECK(masked(sample.text) == sample.masked);
    CHECK(masked(sample.masked) == sample.masked);
  }
}

TEST_CASE("what only looks like a number of a person is left alone") {
  static_assert(std::size(look_alikes) >= 50 + std::size(written_forms));
  for (const std::string_view text : look_alikes) {
    CAPTURE(text);
    CHECK_FALSE(found_in(text));
    CHECK(masked(text) == text);
  }
}

TEST_CASE("what is left of a row beside a masked number is looked at again") {
  const std::string_view text =
      "#.5555555555555555150-4444444444494444444444444444\x03.55555555515555555555555950-44";
  const std::string hidden = masked(text);
  CHECK(hidden.size() == text.size());
  CHECK_FALSE(found_in(hidden));
}

TEST_CASE("a look-alike hides no number that follows it") {
  CHECK(masked("PZ13812345678，13812345678") == "PZ13812345678，138******78");
  CHECK(masked("138123456789 / 13812345678") == "138123456789 / 138******78");
  CHECK(masked("1.13812345678；2.13912345678.") == "1.138******78；2.139******78.");
}

TEST_CASE("of a part of a text what it has of a number is masked") {
  const std::string_view text = "call 138-1234-\n  5678 now";
  CHECK(masked_part(text, text.substr(0, 14)) == "call 138-****-");
  CHECK(masked_part(text, text.substr(15)) == "  **78 now");
  CHECK(masked_part(text, text.substr(9, 4)) == "****");
  CHECK(masked_part(text, text.substr(21)) == " now");
}

TEST_CASE("lines that have nothing to do with one another make no number") {
  CHECK(masked_lines("served  138\n1234 5678\n") == "served  138\n1234 5678\n");
  CHECK(masked_lines("a 138 1234 5678\r\nb\n13812345678") == "a 138 **** **78\r\nb\n138******78");
  CHECK(masked_lines("").empty());
}

TEST_CASE("a long row of numbers is read to its end") {
  std::string row = "7";
  for (int i = 0; i < 200; ++i) row += " 1000";
  CHECK(masked(row) == row);
  CHECK(masked(row + "，13812345678") == row + "，138******78");
  CHECK(masked(std::string(500, '1') + " 13812345678") == std::string(500, '1') + " 138******78");
  std::string phones, hidden;
  for (int i = 0; i < 100; ++i) phones += "138 1234 5678 ", hidden += "138 **** **78 ";
  CHECK(masked(phones) == hidden);
}

TEST_CASE("whatever a text is, masking keeps its length, and one quick look finds what it finds") {
  constexpr std::string_view parts[] = {
      "0",      "1",   "2",     "3",       "4",           "5",    "6",   "7",      "8",
      "9",      "138", "1234",  "5678",    "13812345678", "86",   "+86", "110105", "19491231",
      "002",    "X",   "x",     "6222",    "0243",        "0200", "-",   " ",      "  ",
      "\n",     ".",   "·",     "a",       "tel",         "，",   "年",  "１",     "８",
      "\u200b", "\\",  "\\x31", "\\u0038", "\\n",         "/",    "*",   "—"};
  std::mt19937 random(20170930);
  int found = 0;
  for (int i = 0; i < 100'000; ++i) {
    std::string text;
    for (auto left = 1 + random() % 16; left > 0; --left)
      text += parts[random() % std::size(parts)];
    CAPTURE(text);
    const std::string hidden = masked(text);
    REQUIRE(hidden.size() == text.size());
    REQUIRE(code_points_of(hidden).size() == code_points_of(text).size());
    REQUIRE_FALSE(found_in(hidden));
    const auto number = found_in(text);
    if (!number) continue;
    ++found;
    REQUIRE(may_hold_personal_number(text));
    // Of what was found only the ends are left.
    const auto part = std::string_view(hidden).substr(number->start, number->end - number->start);
    REQUIRE_FALSE(found_in(part));
  }
  MESSAGE("measured: " << found << " of 100000 random texts held a number of a person");
  CHECK(found > 2000);
}

TEST_CASE("the sample book holds no number of a person") {
  const std::filesystem::path folder = std::string(LIANXI_SAMPLES_DIR) + "/nanjing-south";
  const Book book = Book::read(read_folder(folder));
  for (const Source& source : book.sources().files()) {
    CAPTURE(source.path);
    CHECK_FALSE(found_in(source.bytes));
  }
}

}  // namespace look_alikes_test
