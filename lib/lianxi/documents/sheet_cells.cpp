#include <algorithm>

#include <lianxi/base/period.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/documents/sheet_cells.hpp>

namespace lianxi::sheet {
namespace {

constexpr std::size_t most_digits = 15, longest_text = 32767, longest_name = 31;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Takes digits with commas between thousands, or without any; false where they are misplaced.
bool take_whole(std::string_view& text, std::string& digits) {
  std::size_t since_comma = 0;
  bool any_comma = false;
  while (!text.empty() && (is_digit(text[0]) || text[0] == ',')) {
    if (text[0] == ',') {
      if (since_comma == 0 || since_comma > 3 || (any_comma && since_comma != 3)) return false;
      any_comma = true;
      since_comma = 0;
    } else {
      digits += text[0];
      ++since_comma;
    }
    text.remove_prefix(1);
  }
  return !digits.empty() && (!any_comma || since_comma == 3);
}

std::size_t take_places(std::string_view& text, std::string& digits) {
  std::size_t places = 0;
  if (!text.starts_with('.')) return 0;
  text.remove_prefix(1);
  for (; !text.empty() && is_digit(text[0]); text.remove_prefix(1), ++places) digits += text[0];
  return places;
}

std::size_t utf16_units(char32_t c) { return c > 0xFFFF ? 2 : 1; }

}  // namespace

std::optional<Number> number_in(std::string_view text) {
  const bool minus = text.starts_with('-'), plus = text.starts_with('+');
  if (minus || plus) text.remove_prefix(1);
  std::string digits;
  if (!take_whole(text, digits)) return std::nullopt;
  const std::size_t places = take_places(text, digits);
  const bool percent = text == "%";
  const bool is_known = percent ? places == 1 : text.empty() && (places == 0 || places == 2);
  if (!is_known || digits.size() > most_digits) return std::nullopt;
  Number number{std::stoll(digits), int(places), Shown::whole, plus};
  if (places == 2) number.shown = Shown::amount;
  if (percent) {
    number.places += 2;
    number.shown = Shown::percent;
  }
  if (minus) number.value = -number.value;
  return number;
}

std::optional<Date> day_in(std::string_view text) {
  const bool chinese = text.ends_with("日");
  const bool iso = text.size() == 10 && text[4] == '-' && text[7] == '-';
  if (!chinese && !iso) return std::nullopt;
  if (text.empty() || !is_digit(text[0])) return std::nullopt;
  const auto period = read_period(text, {});
  if (!period || !period->from || period->from != period->to) return std::nullopt;
  return period->from;
}

double serial_of(Date day) {
  constexpr int days_to_1970 = 25569;  // with 29 February 1900, which spreadsheets believe in
  return double(day.since_1970() + days_to_1970);
}

std::string name_from(std::string_view title) {
  std::u32string name;
  std::size_t units = 0;
  for (const char32_t c : code_points_of(visible(trimmed(title)))) {
    if (std::u32string_view(U"[]:*?/\\").find(c) != std::u32string_view::npos) continue;
    units += utf16_units(c);
    if (units > longest_name) break;
    name += c;
  }
  while (!name.empty() && (name.front() == U'\'' || name.front() == U' ')) name.erase(0, 1);
  while (!name.empty() && (name.back() == U'\'' || name.back() == U' ')) name.pop_back();
  return utf8_of(name);
}

int lines_of(std::string_view text, int width) {
  const int room = std::max(1, width - 1);
  int lines = 0;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    lines += std::max(1, (display_width(text.substr(from, end - from)) + room - 1) / room);
    from = end + 1;
  }
  return lines;
}

/// `_x0041_` is an A to a workbook, unless its first sign is written so itself.
static std::string with_plain_numbers(std::string text) {
  constexpr std::string_view escaped_sign = "_x005F";
  const auto is_hexadecimal = [](char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  };
  for (std::size_t at = 0; (at = text.find("_x", at)) != std::string::npos; ++at) {
    const std::string_view number = std::string_view(text).substr(at + 2, 5);
    if (number.size() == 5 && number[4] == '_' &&
        std::all_of(number.begin(), number.begin() + 4, is_hexadecimal)) {
      text.insert(at, escaped_sign);
      at += escaped_sign.size();
    }
  }
  return text;
}

std::string text_for_cell(std::string_view text) {
  std::string shown;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    if (from > 0) shown += '\n';
    std::string line(text.substr(from, end - from));
    if (line.ends_with('\r')) line.pop_back();
    std::ranges::replace(line, '\t', ' ');
    shown += visible(line);
    from = end + 1;
  }
  shown = with_plain_numbers(std::move(shown));
  if (shown.size() <= longest_text) return shown;
  std::u32string points = code_points_of(shown);
  std::size_t units = 0, kept = 0;
  while (kept < points.size() && units + utf16_units(points[kept]) < longest_text)
    units += utf16_units(points[kept++]);
  if (kept == points.size()) return shown;
  points.resize(kept);
  return utf8_of(points + U"…");
}

}  // namespace lianxi::sheet
