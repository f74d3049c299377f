#include <algorithm>
#include <fmt/format.h>

#include <lianxi/base/personal_forms.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/base/utf8.hpp>
#include <lianxi/base/written_digits.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

constexpr std::size_t shown_first = 3, shown_last = 2;
constexpr std::size_t fewest_digits = 11;

std::optional<PersonalNumber> first_number_of(std::string_view text, const DigitRow& row) {
  for (std::size_t i = 0; i + fewest_digits <= row.size(); i = row.end_of_group(i))
    if (auto found = personal_number_at(text, row, i)) return found;
  return std::nullopt;
}

/// As find_personal_number, of a text that may hold one.
std::optional<PersonalNumber> number_from(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at + fewest_digits <= text.size();) {
    if (!may_begin_digit(text, at) || !is_decimal(digit_or_cross(sign_at(text, at).code))) {
      ++at;
      continue;
    }
    const DigitRow row(text, at);
    if (auto found = first_number_of(text, row)) return found;
    at = row.next();
  }
  return std::nullopt;
}

/// Puts an asterisk for a digit, as wide and written in as many bytes as it.
void hide(std::string& out, std::size_t at, const Sign& sign) {
  const char32_t asterisk = sign.code < 0x80 ? U'*' : U'＊';
  if (sign.size == 1) {
    out[at] = '*';
  } else if (out[at] != '\\') {
    out.replace(at, sign.size, "＊");
  } else {
    const std::size_t braces = out[at + 2] == '{' ? 1 : 0;
    out.replace(at + 2 + braces, sign.size - 2 - 2 * braces,
                fmt::format("{:0{}x}", std::uint32_t(asterisk), sign.size - 2 - 2 * braces));
  }
}

void hide(std::string& out, std::string_view text, const PersonalNumber& number) {
  std::size_t digit = 0;
  for (std::size_t at = number.start; at < number.end;) {
    const Sign sign = sign_at(text, at);
    if (digit_or_cross(sign.code) != 0) {
      const bool shown = digit < shown_first || digit + shown_last >= number.digits.size();
      if (!shown) hide(out, at, sign);
      ++digit;
    }
    at += sign.size;
  }
}

/// A number with what is indented in it is not longer, in bytes.
constexpr std::size_t reach = 512;

/// Where a number may have begun that reaches to that byte.
std::size_t start_of_digits(std::string_view text, std::size_t end) {
  std::size_t start = end;
  while (start > 0 && end - start < reach) {
    const std::size_t before = start_of_character(text, start - 1);
    if (!may_stand_in_number(text, before)) break;
    start = before;
  }
  return start;
}

/// Where a number may end that goes on at that byte.
std::size_t end_of_digits(std::string_view text, std::size_t start) {
  std::size_t end = start;
  while (end < text.size() && end - start < reach && may_stand_in_number(text, end))
    end = end_of_character(text, end + 1);
  return end;
}

/// Masks those numbers that `hides` says so of. Digits beside one that is masked may be another
/// then, as they are no more of a longer row: so until there is none.
std::string masked_where(std::string_view text, bool (*hides)(const PersonalNumber&)) {
  std::string out(text);
  if (!may_hold_personal_number(text)) return out;
  for (bool is_masked = true; is_masked;) {
    is_masked = false;
    const std::string before = out;
    for (auto found = number_from(before, 0); found; found = number_from(before, found->end))
      if (hides(*found)) {
        hide(out, before, *found);
        is_masked = true;
      }
  }
  return out;
}

}  // namespace

std::string PersonalNumber::masked() const {
  std::string out = digits;
  for (std::size_t i = shown_first; i + shown_last < out.size(); ++i) out[i] = '*';
  return out;
}

bool may_hold_personal_number(std::string_view text) {
  if (text.size() < fewest_digits) return false;
  std::size_t digits = 0;
  // Of the three bytes of a digit of full width the first stands nowhere else in it. A digit that
  // is written as an escape takes at least two.
  for (const char byte : text) digits += is_decimal(byte) || byte == '\xEF' ? 1 : 0;
  return digits >= fewest_digits;
}

std::optional<PersonalNumber> find_personal_number(std::string_view text, std::size_t from) {
  if (from == 0 && !may_hold_personal_number(text)) return std::nullopt;
  return number_from(text, from);
}

std::string masked(std::string_view text) {
  return masked_where(text, [](const PersonalNumber&) { return true; });
}

std::string masked_but_phones(std::string_view text) {
  return masked_where(text, [](const PersonalNumber& number) {
    return number.kind != PersonalNumber::Kind::phone;
  });
}

std::string masked_part(std::string_view text, std::string_view part) {
  const auto from = std::size_t(part.data() - text.data());
  const std::size_t start = start_of_digits(text, from);
  const std::size_t end = end_of_digits(text, from + part.size());
  return masked(text.substr(start, end - start)).substr(from - start, part.size());
}

std::string masked_lines(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
    out += masked(text.substr(0, end));
    text.remove_prefix(end);
  }
  return out;
}

}  // namespace lianxi
