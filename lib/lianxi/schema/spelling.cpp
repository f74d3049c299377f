#include <algorithm>
#include <array>
#include <string>
#include <utf8proc.h>

#include <lianxi/base/invisible.hpp>
#include <lianxi/base/utf8.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/schema/count_words.hpp>
#include <lianxi/schema/spelling.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Takes `word` off the front of `text` when it stands there.
bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

bool take_back(std::string_view& text, std::string_view word) {
  if (!text.ends_with(word)) return false;
  text.remove_suffix(word.size());
  return true;
}

/// Takes `least` to `most` digits off the front.
std::optional<int> take_digits(std::string_view& text, std::size_t least, std::size_t most) {
  std::size_t size = 0;
  while (size < text.size() && is_digit(text[size])) ++size;
  if (size < least || size > most) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < size; ++i) value = value * 10 + (text[i] - '0');
  text.remove_prefix(size);
  return value;
}

constexpr std::array<std::string_view, 11> numerals = {"〇", "一", "二", "三", "四", "五",
                                                       "六", "七", "八", "九", "十"};

std::optional<int> take_numeral(std::string_view& text) {
  if (take(text, "零") || take(text, "○")) return 0;
  for (int i = 0; i < int(numerals.size()); ++i)
    if (take(text, numerals[std::size_t(i)])) return i;
  return std::nullopt;
}

/// 二〇一七: four digits, one after the other.
std::optional<int> take_chinese_year(std::string_view& text) {
  int year = 0;
  for (int i = 0; i < 4; ++i) {
    const auto digit = take_numeral(text);
    if (!digit || *digit > 9) return std::nullopt;
    year = year * 10 + *digit;
  }
  return year;
}

/// 九, 十, 十二, 二十, 三十一: 1 to 99.
std::optional<int> take_chinese_number(std::string_view& text) {
  auto first = take_numeral(text);
  if (!first || *first == 0) return std::nullopt;
  int tens = 0;
  if (*first == 10) {
    tens = 10;
  } else if (take(text, "十")) {
    tens = *first * 10;
  } else {
    return first;
  }
  std::string_view rest = text;
  const auto ones = take_numeral(rest);
  if (!ones || *ones == 0 || *ones == 10) return tens;
  text = rest;
  return tens + *ones;
}

std::optional<Date> day_of(std::optional<int> year, std::optional<int> month,
                           std::optional<int> day) {
  if (!year || !month || !day || *year < 1900 || *year > 2199) return std::nullopt;
  return Date::make(*year, unsigned(*month), unsigned(*day));
}

std::optional<Date> read_chinese_date(std::string_view text) {
  const auto year = take_chinese_year(text);
  if (!year || !take(text, "年")) return std::nullopt;
  const auto month = take_chinese_number(text);
  if (!month || !take(text, "月")) return std::nullopt;
  const auto day = take_chinese_number(text);
  return take(text, "日") && text.empty() ? day_of(year, month, day) : std::nullopt;
}

/// `2017-09-20` as it stands nearly everywhere, without a detour.
std::optional<Date> read_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U})
    if (!is_digit(text[i])) return std::nullopt;
  const auto digit = [&](std::size_t i) { return text[i] - '0'; };
  return day_of(digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3),
                digit(5) * 10 + digit(6), digit(8) * 10 + digit(9));
}

/// Digits with or without thousands commas, at most 15 of them.
std::optional<std::int64_t> read_whole(std::string_view text) {
  if (text.empty() || !is_digit(text[0])) return std::nullopt;
  const bool grouped = text.find(',') != text.npos;
  std::int64_t value = 0;
  std::size_t digits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t left = text.size() - i;
    if (grouped && left % 4 == 0) {
      if (text[i] != ',') return std::nullopt;
      continue;
    }
    if (!is_digit(text[i]) || ++digits > 15) return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

/// A decimal number as hundredths or ten-thousandths: `places` of them.
std::optional<std::int64_t> read_decimal(std::string_view text, std::size_t places) {
  const auto point = text.find('.');
  const auto whole = read_whole(text.substr(0, point));
  if (!whole) return std::nullopt;
  std::string_view rest = point == text.npos ? std::string_view() : text.substr(point + 1);
  if ((point != text.npos && rest.empty()) || rest.size() > places) return std::nullopt;
  std::int64_t value = *whole;
  for (std::size_t i = 0; i < places; ++i) {
    if (i < rest.size() && !is_digit(rest[i])) return std::nullopt;
    value = value * 10 + (i < rest.size() ? rest[i] - '0' : 0);
  }
  return value;
}

std::optional<std::int64_t> read_count_number(std::string_view text) {
  if (!take_back(text, "万")) return read_whole(text);
  text = trimmed(text);
  if (text.size() > 12) return std::nullopt;
  return read_decimal(text, 4);
}

/// Text with its full-width twins as ASCII; a view of `buffer` only where needed.
std::string_view plain_digits(std::string_view text, std::string& buffer) {
  if (is_ascii(text)) return text;
  buffer = ascii_twins(text);
  return buffer;
}

bool is_word_character(std::int32_t code) {
  switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:  // 〇 is a letter number
      return true;
    default:
      return false;
  }
}

}  // namespace

std::optional<Date> read_date(std::string_view text) {
  if (const auto date = read_iso_date(text)) return date;
  std::string buffer;
  text = plain_digits(text, buffer);
  std::string_view rest = text;
  const auto year = take_digits(rest, 4, 4);
  if (!year) return read_chinese_date(text);
  const bool chinese = rest.starts_with("年");
  const std::string_view separator =
      chinese ? "年" : rest.substr(0, std::min<std::size_t>(1, rest.size()));
  if (!chinese && separator != "-" && separator != "/" && separator != ".") return std::nullopt;
  rest.remove_prefix(separator.size());
  const auto month = take_digits(rest, 1, 2);
  if (!month || !take(rest, chinese ? "月" : separator)) return std::nullopt;
  const auto day = take_digits(rest, 1, 2);
  if (!day || (chinese && !take(rest, "日")) || !rest.empty()) return std::nullopt;
  return day_of(year, month, day);
}

std::optional<Time> read_time(std::string_view text) {
  std::string buffer;
  text = plain_digits(text, buffer);
  const auto hour = take_digits(text, 1, 2);
  if (!hour || !take(text, ":")) return std::nullopt;
  const auto minute = take_digits(text, 2, 2);
  if (!minute || !text.empty() || *hour > 23 || *minute > 59) return std::nullopt;
  return Time{std::int16_t(*hour * 60 + *minute)};
}

std::optional<Count> read_count(std::string_view text) {
  std::string buffer;
  text = plain_digits(text, buffer);
  const bool begins_bare = text.empty() || is_digit(text.front());
  const CountWord* before = begins_bare ? nullptr : take_word_before(text);
  const bool ends_bare = text.empty() || is_digit(text.back());
  const CountWord* after = ends_bare ? nullptr : take_word_after(text);
  if (before && after) return std::nullopt;
  const auto value = read_count_number(text);
  constexpr std::int64_t most = 1'000'000'000'000;
  if (!value || *value > most) return std::nullopt;
  const CountWord* word = before ? before : after;
  return Count{*value, word ? word->qualifier : Qualifier::exact};
}

std::optional<Amount> read_amount(std::string_view text) {
  std::string buffer;
  const auto hundredths = read_decimal(plain_digits(text, buffer), 2);
  constexpr std::int64_t most = 10'000'000'000'000 * 100;
  if (!hundredths || *hundredths > most) return std::nullopt;
  return Amount{*hundredths};
}

std::optional<Fraction> read_fraction(std::string_view text) {
  std::string buffer;
  text = plain_digits(text, buffer);
  Fraction fraction;
  const auto over = take_digits(text, 1, 9);
  if (!over) return std::nullopt;
  fraction.over = *over;
  if (take(text, "%")) {
    fraction.under = 100;
  } else {
    if (!take(text, "/")) return std::nullopt;
    const auto under = take_digits(text, 1, 9);
    if (!under) return std::nullopt;
    fraction.under = *under;
  }
  const bool sensible = fraction.over > 0 && fraction.over <= fraction.under;
  return text.empty() && sensible ? std::optional(fraction) : std::nullopt;
}

std::optional<std::int32_t> read_int(std::string_view text, std::int32_t least, std::int32_t most) {
  std::string buffer;
  text = plain_digits(text, buffer);
  if (text.find(',') != text.npos) return std::nullopt;
  const auto value = read_whole(text);
  if (!value || *value < least || *value > most) return std::nullopt;
  return std::int32_t(*value);
}

bool is_id(std::string_view text) {
  std::size_t length = 0;
  while (!text.empty()) {
    if (++length > 64) return false;
    const char byte = text[0];
    if (is_ascii(byte)) {
      const bool word =
          is_digit(byte) || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
      const bool joint = byte == '.' || byte == '_' || byte == '-';
      if (!word && (!joint || length == 1)) return false;
      text.remove_prefix(1);
      continue;
    }
    utf8proc_int32_t code = -1;
    const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &code);
    if (used <= 0 || !is_word_character(code) || is_ignorable(char32_t(code))) return false;
    text.remove_prefix(std::size_t(used));
  }
  return length > 0;
}

bool are_ids(std::string_view mapped, std::size_t least, std::size_t most) {
  for (std::size_t words = 1;; ++words) {
    const auto slash = mapped.find('/');
    if (words > most || !is_id(mapped.substr(0, slash))) return false;
    if (slash == mapped.npos) return words >= least;
    mapped.remove_prefix(slash + 1);
  }
}

}  // namespace lianxi
