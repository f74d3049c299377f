#include <string_view>

#include <lianxi/base/chinese_numerals.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

struct Numerals {
  std::string_view digits[10];
  std::string_view tens[4];  ///< Of the places within four digits.
};

constexpr Numerals ordinary{{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"},
                            {"", "十", "百", "千"}};
constexpr Numerals capital{{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"},
                           {"", "拾", "佰", "仟"}};

/// Below 10000. Any number of zeros between digits is one 零; those at the end are none.
std::string four_digits(std::uint64_t number, const Numerals& numerals) {
  std::string text;
  bool gap = false;
  std::uint64_t place = 1000;
  for (int at = 3; at >= 0; --at, place /= 10) {
    const auto digit = number / place % 10;
    if (digit != 0) {
      if (gap && !text.empty()) text += numerals.digits[0];
      text.append(numerals.digits[digit]).append(numerals.tens[at]);
    }
    gap = digit == 0;
  }
  return text;
}

std::string spelt(std::uint64_t number, const Numerals& numerals);

/// What comes before 万 or 亿, that word, and what comes after it.
std::string split_at(std::uint64_t number, std::uint64_t unit, std::string_view word,
                     const Numerals& numerals) {
  std::string text = spelt(number / unit, numerals);
  text += word;
  const auto rest = number % unit;
  if (rest != 0 && rest < unit / 10) text += numerals.digits[0];
  return rest == 0 ? text : text + spelt(rest, numerals);
}

/// "" for 0. 万亿 is said for 10^12, since people disagree on what 兆 is.
std::string spelt(std::uint64_t number, const Numerals& numerals) {
  if (number >= 100'000'000) return split_at(number, 100'000'000, "亿", numerals);
  if (number >= 10'000) return split_at(number, 10'000, "万", numerals);
  return four_digits(number, numerals);
}

/// Negation of the smallest number included.
std::uint64_t magnitude(std::int64_t number) {
  return number < 0 ? 0 - std::uint64_t(number) : std::uint64_t(number);
}

}  // namespace

std::string chinese_number(std::int64_t number) {
  if (number == 0) return std::string(ordinary.digits[0]);
  std::string text = spelt(magnitude(number), ordinary);
  // Twelve is 十二, not 一十二.
  if (text.starts_with("一十")) text.erase(0, std::string_view("一").size());
  return number < 0 ? "负" + text : text;
}

std::string capital_amount(Amount amount) {
  const auto hundredths = magnitude(amount.hundredths);
  const auto jiao = hundredths / 10 % 10, fen = hundredths % 10;
  std::string text = amount.hundredths < 0 ? "负" : "";
  const std::string yuan = spelt(hundredths / 100, capital);
  if (hundredths == 0) return "零元整";
  if (!yuan.empty()) text += yuan + "元";
  if (jiao != 0) text.append(capital.digits[jiao]).append("角");
  if (fen == 0) return text + "整";
  if (jiao == 0 && !yuan.empty()) text += capital.digits[0];
  return text.append(capital.digits[fen]).append("分");
}

}  // namespace lianxi
