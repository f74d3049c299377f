#include <algorithm>
#include <chrono>
#include <cmath>
#include <fmt/format.h>

#include <lianxi/sheets/cell_text.hpp>

namespace lianxi {
namespace {

using Shape = NumberShape::Kind;

/// A format code without what it shows as it stands: quoted and escaped text, colours.
std::string bare(std::string_view code) {
  std::string out;
  code = code.substr(0, code.find(';'));
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char c = code[at];
    if (c == '"') {
      at = std::min(code.find('"', at + 1), code.size());
    } else if (c == '[') {
      const auto end = std::min(code.find(']', at), code.size());
      const auto inside = code.substr(at + 1, end - at - 1);
      if (inside.find_first_not_of("hHmMsS") == inside.npos) out += inside;  // [h]: more than 24
      at = end;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++at;
    } else {
      out += c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    }
  }
  return out;
}

int places_in(std::string_view bare_code) {
  const auto point = bare_code.find('.');
  if (point == bare_code.npos) return 0;
  const auto end = bare_code.find_first_not_of("0#?", point + 1);
  return int(std::min(end, bare_code.size()) - point - 1);
}

std::string without_zeros(std::string text) {
  if (text.find('.') == text.npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string time_text(long seconds) {
  const long hours = seconds / 3600, minutes = seconds / 60 % 60, rest = seconds % 60;
  const auto text = fmt::format("{:02}:{:02}", hours, minutes);
  return rest == 0 ? text : fmt::format("{}:{:02}", text, rest);
}

std::string day_text(long days_since_1970) {
  const std::chrono::year_month_day day{std::chrono::sys_days{std::chrono::days{days_since_1970}}};
  return fmt::format("{:04}-{:02}-{:02}", int(day.year()), unsigned(day.month()),
                     unsigned(day.day()));
}

constexpr long seconds_of_day = 86'400;

}  // namespace

NumberShape shape_of(std::string_view format_code) {
  const std::string code = bare(format_code);
  if (code.empty() || code == "general" || code == "@") return {};
  const auto has = [&](const char* any) { return code.find_first_of(any) != code.npos; };
  const bool day = has("yd"), time = has("hs");
  if (day && time) return {Shape::day_and_time};
  if (day || time) return {day ? Shape::day : Shape::time};
  if (has("m")) return {Shape::day};  // a month alone
  if (!has("0#?") || has("e/")) return {};
  return {has("%") ? Shape::percent : Shape::number, places_in(code)};
}

NumberShape shape_of_builtin(int number) {
  const auto within = [&](int first, int last) { return number >= first && number <= last; };
  if (number == 22) return {Shape::day_and_time};
  if (within(18, 21) || within(32, 35) || within(45, 47) || within(55, 56)) return {Shape::time};
  if (within(14, 17) || within(27, 36) || within(50, 58)) return {Shape::day};
  if (number == 9 || number == 10) return {Shape::percent, number == 9 ? 0 : 2};
  if (number == 1 || number == 3 || number == 37 || number == 38) return {Shape::number, 0};
  if (number == 2 || number == 4 || number == 39 || number == 40) return {Shape::number, 2};
  return {};
}

std::string number_text(double value, int places) {
  if (!std::isfinite(value)) return "#";
  if (std::abs(value) >= 1e15) return fmt::format("{:.15g}", value);
  // No more than 15 digits are kept, whatever is shown.
  const int whole = std::abs(value) < 1 ? 0 : int(std::floor(std::log10(std::abs(value)))) + 1;
  const int most = std::clamp(15 - whole, 0, 15);
  // A format without places hides those that the number has: they are not taken off it.
  const int kept = places <= 0 ? most : std::min(places, most);
  return without_zeros(fmt::format("{:.{}f}", value, kept));
}

std::string shaped_text(double value, NumberShape shape, bool from_1904) {
  if (shape.kind == Shape::number) return number_text(value, shape.places);
  if (shape.kind == Shape::percent)
    return number_text(value * 100, shape.places > 0 ? shape.places : -1) + "%";
  if (!(value >= 0 && value < 2'958'466)) return number_text(value, -1);  // until 9999
  const long all = std::lround(value * double(seconds_of_day));
  const long days = all / seconds_of_day, seconds = all % seconds_of_day;
  if (shape.kind == Shape::time && days == 0) return time_text(seconds);
  // Spreadsheets take 1900 for a leap year: from March on the days are one too many.
  const long base = from_1904 ? -24'107 : (days < 60 ? -25'568 : -25'569);
  const auto day = day_text(base + days);
  return seconds == 0 ? day : day + " " + time_text(seconds);
}

}  // namespace lianxi
