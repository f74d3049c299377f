#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <utf8proc.h>

#include <lianxi/base/invisible.hpp>
#include <lianxi/base/utf8.hpp>
#include <lianxi/base/written_digits.hpp>

namespace lianxi {
namespace {

/// The character that so many hexadecimal digits stand for.
std::optional<char32_t> code_of_hexadecimal(std::string_view digits) {
  std::uint32_t code = 0;
  const auto* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, code, 16);
  if (digits.empty() || error != std::errc() || stop != end || code > 0x10FFFF) return std::nullopt;
  return char32_t(code);
}

/// `\u{200b}`.
Sign sign_in_braces(std::string_view escape) {
  const auto close = escape.substr(0, 12).find('}');
  if (close == escape.npos) return {'\\', 1};
  const auto code = code_of_hexadecimal(escape.substr(3, close - 3));
  return code ? Sign{*code, close + 1} : Sign{'\\', 1};
}

/// What an escape of one letter stands for; 0 for others.
char32_t named_escape(char letter) {
  switch (letter) {
    case 'n':
    case '\n':
    case '\r':
      return '\n';
    case 'r':
      return '\r';
    case 't':
    case '\t':
      return '\t';
    case ' ':
      return ' ';
    case '_':
      return 0xA0;
    case 'N':
      return 0x85;
    case 'L':
    case 'P':
      return 0x2028;
    case '0':
    case 'a':
    case 'b':
    case 'e':
    case 'f':
    case 'v':
      return 0x7F;
    default:
      return 0;
  }
}

Sign sign_of_escape(std::string_view escape) {
  constexpr Sign itself{'\\', 1};
  if (escape.size() < 2) return itself;
  if (escape.starts_with("\\u{")) return sign_in_braces(escape);
  const char letter = escape[1];
  const std::size_t digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
  if (digits > 0) {
    const auto code =
        escape.size() < 2 + digits ? std::nullopt : code_of_hexadecimal(escape.substr(2, digits));
    return code ? Sign{*code, 2 + digits} : itself;
  }
  const char32_t code = named_escape(letter);
  if (code == 0) return itself;
  return {code, escape.starts_with("\\\r\n") ? 3U : 2U};
}

bool is_space_in_number(char32_t code) {
  return code == ' ' || code == '\t' || code == 0xA0 || (code >= 0x2000 && code <= 0x200A) ||
         code == 0x202F || code == 0x205F || code == 0x3000;
}

bool ends_line(char32_t code) {
  constexpr char32_t shown_in_a_line = 0x21B5;  // ↵
  return code == shown_in_a_line || code == '\n' || code == '\r' || code == 0x85 ||
         code == 0x2028 || code == 0x2029;
}

bool is_hyphen(char32_t code) {
  return code == '-' || (code >= 0x2010 && code <= 0x2015) || code == 0x2212 || code == 0xFE58 ||
         code == 0xFE63 || code == 0xFF0D;
}

bool is_dot(char32_t code) {
  return code == '.' || code == 0xB7 || code == 0x2022 || code == 0x30FB || code == 0xFF0E;
}

/// `(138)`, in either width.
bool closes_bracket(char32_t code) { return code == ')' || code == 0xFF09; }

/// The gap that such a character makes; none for all others.
Gap mark_of(char32_t code) {
  if (is_hyphen(code)) return Gap::hyphen;
  if (is_dot(code)) return Gap::dot;
  return closes_bracket(code) ? Gap::bracket : Gap::none;
}

/// What most often stands behind digits here.
bool is_chinese(char32_t code) { return code >= 0x4E00 && code <= 0x9FFF; }

/// What a number is read through: signs that show nothing, and marks on a digit.
bool is_passed_over(char32_t code) {
  if (code < 0x20 || code == 0x7F) return true;
  if (code < 0x80) return false;
  return code < 0xA0 || is_ignorable(code) || (code >= 0x0300 && code <= 0x036F) ||
         (code >= 0x20D0 && code <= 0x20FF);
}

/// Reads what stands behind a digit, up to what is no part of a gap.
class GapReader {
 public:
  GapReader(std::string_view text, std::size_t at) : text_(text), at_(at) {
    for (Sign sign = sign_at(text_, at_); sign.size > 0 && take(sign.code);
         sign = sign_at(text_, at_))
      at_ += sign.size;
  }

  std::size_t end() const { return at_; }

  /// Nothing where digits so far apart are two numbers.
  std::optional<Gap> gap() const {
    constexpr int most_spaces = 8;
    if (lines_ > 1) return std::nullopt;
    if (lines_ == 1) return Gap::line_end;
    if ((mark_ == Gap::dot || mark_ == Gap::bracket) && spaces_ > int(mark_ == Gap::bracket))
      return std::nullopt;
    if (mark_ != Gap::none) return spaces_ <= 2 ? std::optional(mark_) : std::nullopt;
    if (spaces_ > most_spaces) return std::nullopt;
    return spaces_ == 0 ? Gap::none : spaces_ == 1 ? Gap::space : Gap::wide;
  }

 private:
  bool take(char32_t code) {
    if (is_chinese(code)) return false;
    if (ends_line(code)) {
      if (code != '\n' || !carriage_return_) ++lines_;
      carriage_return_ = code == '\r';
      return lines_ <= 1;
    }
    carriage_return_ = false;
    if (is_space_in_number(code)) {
      ++spaces_;
      return true;
    }
    const Gap mark = mark_of(code);
    if (mark == Gap::none) return is_passed_over(code);
    if (mark_ == Gap::bracket && mark == Gap::hyphen) return true;
    // What begins a line is the mark of an item, not of a number that goes on.
    if (mark_ != Gap::none || lines_ > 0) return false;
    mark_ = mark;
    return true;
  }

  std::string_view text_;
  std::size_t at_;
  int spaces_ = 0, lines_ = 0;
  Gap mark_ = Gap::none;
  bool carriage_return_ = false;
};

}  // namespace

Sign sign_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  if (text[at] == '\\') return sign_of_escape(text.substr(at, 12));
  if (is_ascii(text[at])) return {char32_t(text[at]), 1};
  utf8proc_int32_t code = -1;
  const auto rest = text.substr(at, 4);
  const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(rest.data()),
                                     utf8proc_ssize_t(rest.size()), &code);
  return used > 0 ? Sign{char32_t(code), std::size_t(used)} : Sign{0xFFFD, 1};
}

char digit_or_cross(char32_t code) {
  const char32_t twin = code >= 0xFF01 && code <= 0xFF5E ? code - 0xFF01 + '!' : code;
  if (twin >= '0' && twin <= '9') return char(twin);
  // What keyboards give for the last sign of an identity number: a numeral, a sign for times, and
  // letters of other scripts.
  constexpr char32_t crosses[] = {'X', 'x', 0xD7, 0x2169, 0x2179, 0x2715, 0x3A7, 0x425, 0x445};
  return std::ranges::find(crosses, twin) != std::end(crosses) ? 'X' : 0;
}

bool may_stand_in_number(std::string_view text, std::size_t at) {
  constexpr std::string_view of_escapes = "\\{}xuUabcdefABCDEF";
  const char32_t code = is_ascii(text[at]) ? char32_t(text[at]) : sign_at(text, at).code;
  if (is_chinese(code)) return false;
  return digit_or_cross(code) != 0 || is_space_in_number(code) || ends_line(code) ||
         mark_of(code) != Gap::none || is_passed_over(code) ||
         (is_ascii(text[at]) && of_escapes.find(text[at]) != of_escapes.npos);
}

DigitRow::DigitRow(std::string_view text, std::size_t start) {
  Gap before = Gap::none;
  for (std::size_t at = start; size_ < most;) {
    const Sign sign = sign_at(text, at);
    const char ascii = digit_or_cross(sign.code);
    if (!is_decimal(ascii)) {
      if (ascii != 0) take_cross(text, at, before);
      break;
    }
    digits_[size_] = {std::uint32_t(at), std::uint32_t(at + sign.size), ascii, before};
    ascii_[size_++] = ascii;
    next_ = at + sign.size;
    at = next_;
    before = Gap::none;
    if (at < text.size() && is_decimal(text[at])) continue;
    const GapReader reader(text, at);
    const auto gap = reader.gap();
    if (!gap) break;
    before = *gap;
    at = reader.end();
  }
  if (size_ == most) begin_next_row(text);
}

void DigitRow::take_cross(std::string_view text, std::size_t at, Gap before) {
  const Sign sign = sign_at(text, at);
  if (is_decimal(digit_or_cross(sign_at(text, at + sign.size).code))) return;
  cross_ = {std::uint32_t(at), std::uint32_t(at + sign.size), 'X', before};
}

/// A number that the end of the row cuts begins in its second half, or it is none.
void DigitRow::begin_next_row(std::string_view text) {
  for (std::size_t i = most / 2; i < most; ++i)
    if (begins_group(i)) {
      next_ = digits_[i].start;
      return;
    }
  while (next_ < text.size()) {
    const Sign sign = sign_at(text, next_);
    if (!is_decimal(digit_or_cross(sign.code))) return;
    next_ += sign.size;
  }
}

std::size_t DigitRow::end_of_group(std::size_t i) const {
  do ++i;
  while (!begins_group(i));
  return i;
}

std::size_t DigitRow::group_before(std::size_t i) const {
  do --i;
  while (!begins_group(i));
  return i;
}

}  // namespace lianxi
