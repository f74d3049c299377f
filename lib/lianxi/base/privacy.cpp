#include <lianxi/base/date.hpp>
#include <lianxi/base/privacy.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

constexpr std::size_t shown_first = 3, shown_last = 2;
constexpr std::size_t shortest = 11, longest = 19;  // digits of a number that is looked for

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A digit or an X at some byte, with the bytes that it takes; 0 bytes where there is none.
struct Glyph {
  char ascii = 0;
  std::size_t size = 0;
};

Glyph glyph_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const char c = text[at];
  if (is_digit(c)) return {c, 1};
  if (c == 'X' || c == 'x') return {'X', 1};
  if (c != '\xEF' || at + 2 >= text.size()) return {};
  // Full width: U+FF10 to U+FF19 are the digits, U+FF38 and U+FF58 are X and x.
  const char second = text[at + 1], third = text[at + 2];
  if (second == '\xBC' && third >= '\x90' && third <= '\x99')
    return {char('0' + (third - '\x90')), 3};
  if ((second == '\xBC' && third == '\xB8') || (second == '\xBD' && third == '\x98'))
    return {'X', 3};
  return {};
}

Glyph digit_at(std::string_view text, std::size_t at) {
  const Glyph glyph = glyph_at(text, at);
  return is_digit(glyph.ascii) ? glyph : Glyph();
}

int number(std::string_view digits, std::size_t start, std::size_t size) {
  int value = 0;
  for (const char c : digits.substr(start, size)) value = value * 10 + (c - '0');
  return value;
}

/// ISO 7064 MOD 11-2 over 17 digits.
char check_character(std::string_view digits) {
  constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  constexpr std::string_view characters = "10X98765432";
  int sum = 0;
  for (std::size_t i = 0; i < 17; ++i) sum += (digits[i] - '0') * weights[i];
  return characters[std::size_t(sum % 11)];
}

bool is_identity(std::string_view digits) {
  if (digits.size() != 18 || digits[0] == '0' || digits[17] != check_character(digits))
    return false;
  const int year = number(digits, 6, 4);
  return year >= 1850 && year < 2100 &&
         Date::make(year, unsigned(number(digits, 10, 2)), unsigned(number(digits, 12, 2)));
}

bool has_luhn_digit(std::string_view digits) {
  int sum = 0;
  bool twice = false;
  for (auto at = digits.rbegin(); at != digits.rend(); ++at, twice = !twice) {
    const int value = (*at - '0') * (twice ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 == 0;
}

bool is_card(std::string_view digits) {
  if (digits.size() < 16 || digits.size() > longest || digits.ends_with('X')) return false;
  const bool known = digits.starts_with("62") || digits[0] == '4' || digits[0] == '5';
  return known && has_luhn_digit(digits);
}

bool is_phone(std::string_view digits) {
  return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3';
}

/// What a run of digits is, if it is any of them.
std::optional<PersonalNumber::Kind> kind_of(std::string_view digits) {
  if (is_identity(digits)) return PersonalNumber::Kind::identity;
  if (is_card(digits)) return PersonalNumber::Kind::card;
  if (is_phone(digits)) return PersonalNumber::Kind::phone;
  return std::nullopt;
}

struct Run {
  std::size_t end = 0;
  std::size_t size = 0;  ///< In digits.
  char digits[longest];  ///< The first of them.

  std::string_view text() const { return {digits, size}; }
};

/// The digits from `start` on, and an X that ends 17 of them.
Run run_at(std::string_view text, std::size_t start) {
  Run run;
  run.end = start;
  const auto take = [&](Glyph glyph) {
    if (run.size < longest) run.digits[run.size] = glyph.ascii;
    ++run.size;
    run.end += glyph.size;
  };
  for (Glyph glyph = digit_at(text, run.end); glyph.size > 0; glyph = digit_at(text, run.end))
    take(glyph);
  const Glyph last = run.size == 17 ? glyph_at(text, run.end) : Glyph();
  if (last.size > 0 && digit_at(text, run.end + last.size).size == 0) take(last);
  return run;
}

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// Whether what touches the run makes it a part of something longer: letters, decimal places.
bool is_part_of_a_word(std::string_view text, std::size_t start, std::size_t end) {
  if (start > 0 && is_letter(text[start - 1])) return true;
  if (end >= text.size()) return false;
  return is_letter(text[end]) || (text[end] == '.' && digit_at(text, end + 1).size > 0);
}

}  // namespace

std::string PersonalNumber::masked() const {
  std::string out = digits;
  for (std::size_t i = shown_first; i + shown_last < out.size(); ++i) out[i] = '*';
  return out;
}

bool may_hold_personal_number(std::string_view text) {
  if (text.size() < shortest) return false;
  std::size_t digits = 0;
  // Of the three bytes of a digit of full width the first stands nowhere else in it.
  for (const char byte : text) digits += is_digit(byte) || byte == '\xEF' ? 1 : 0;
  return digits >= shortest;
}

std::optional<PersonalNumber> find_personal_number(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at + shortest <= text.size();) {
    if (!is_digit(text[at]) && text[at] != '\xEF') {
      ++at;
      continue;
    }
    const Run run = run_at(text, at);
    if (run.size >= shortest && run.size <= longest)
      if (const auto kind = kind_of(run.text());
          kind && (kind == PersonalNumber::Kind::identity || !is_part_of_a_word(text, at, run.end)))
        return PersonalNumber{*kind, at, run.end, std::string(run.text())};
    at = run.end > at ? run.end : at + 1;
  }
  return std::nullopt;
}

/// Masks those numbers that `hides` says so of.
static std::string masked_where(std::string_view text, bool (*hides)(const PersonalNumber&)) {
  std::string out(text);
  for (auto found = find_personal_number(text); found;
       found = find_personal_number(text, found->end)) {
    if (!hides(*found)) continue;
    std::size_t at = found->start;
    for (std::size_t i = 0; i < found->digits.size(); ++i) {
      const std::size_t size = glyph_at(text, at).size;
      const bool shown = i < shown_first || i + shown_last >= found->digits.size();
      if (!shown) out.replace(at, size, size == 1 ? "*" : "＊");
      at += size;
    }
  }
  return out;
}

std::string masked(std::string_view text) {
  return masked_where(text, [](const PersonalNumber&) { return true; });
}

std::string masked_but_phones(std::string_view text) {
  return masked_where(text, [](const PersonalNumber& number) {
    return number.kind != PersonalNumber::Kind::phone;
  });
}

}  // namespace lianxi
