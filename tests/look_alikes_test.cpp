// Numbers that belong to a person, and the many that only look like one. Check digits
// were worked out apart from the library, by the weights of GB 11643 and by Luhn's rule.
#include <doctest/doctest.h>
#include <string_view>

#include <lianxi/base/privacy.hpp>
#include <lianxi/base/source.hpp>
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

constexpr std::string_view look_alikes[] = {
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
    "1101051949123100 38",
    "110105-19491231-0038",
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
    "138-1234-5678",
    "138 1234 5678",
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
    "6222 0243 0200 1234",
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

TEST_CASE("what only looks like a number of a person is left alone") {
  static_assert(std::size(look_alikes) >= 50);
  for (const std::string_view text : look_alikes) {
    CAPTURE(text);
    CHECK_FALSE(found_in(text));
    CHECK(masked(text) == text);
  }
}

TEST_CASE("a look-alike hides no number that follows it") {
  CHECK(masked("PZ13812345678，13812345678") == "PZ13812345678，138******78");
  CHECK(masked("138123456789 / 13812345678") == "138123456789 / 138******78");
  CHECK(masked("1.13812345678；2.13912345678.") == "1.138******78；2.139******78.");
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
