#include <doctest/doctest.h>
#include <limits>

#include <lianxi/base/chinese_numerals.hpp>

namespace chinese_numerals_test {

using namespace lianxi;

TEST_CASE("numbers in Chinese") {
  CHECK(chinese_number(0) == "零");
  CHECK(chinese_number(3) == "三");
  CHECK(chinese_number(10) == "十");
  CHECK(chinese_number(12) == "十二");
  CHECK(chinese_number(20) == "二十");
  CHECK(chinese_number(105) == "一百零五");
  CHECK(chinese_number(110) == "一百一十");
  CHECK(chinese_number(10010) == "一万零一十");
  CHECK(chinese_number(-7) == "负七");
}

/// Amounts as the rules for filling in bills and vouchers write them.
TEST_CASE("amounts in capital numerals") {
  struct Case {
    std::int64_t hundredths;
    std::string_view capitals;
  };
  const Case cases[] = {
      {0, "零元整"},
      {1, "壹分"},
      {10, "壹角整"},
      {56, "伍角陆分"},
      {100, "壹元整"},
      {1000, "壹拾元整"},
      {400000, "肆仟元整"},
      {140950, "壹仟肆佰零玖元伍角整"},
      {600714, "陆仟零柒元壹角肆分"},
      {168032, "壹仟陆佰捌拾元叁角贰分"},
      {10700053, "壹拾万柒仟元伍角叁分"},
      {1640902, "壹万陆仟肆佰零玖元零贰分"},
      {32504, "叁佰贰拾伍元零肆分"},
      {100000, "壹仟元整"},
      {100005, "壹仟元零伍分"},
      {100100, "壹仟零壹元整"},
      {101000, "壹仟零壹拾元整"},
      {1000000, "壹万元整"},
      {1000100, "壹万零壹元整"},
      {2000000000, "贰仟万元整"},
      {10500000000, "壹亿零伍佰万元整"},
      {100000001000, "壹拾亿零壹拾元整"},
      {100001000000, "壹拾亿零壹万元整"},
      {100000000000000, "壹万亿元整"},
      {100010000000001, "壹万零壹亿元零壹分"},
      {-250, "负贰元伍角整"},
  };
  for (const auto& [hundredths, capitals] : cases) CHECK(capital_amount({hundredths}) == capitals);
  CHECK(capital_amount({std::numeric_limits<std::int64_t>::min()}).starts_with("负玖亿贰仟"));
}

}  // namespace chinese_numerals_test
