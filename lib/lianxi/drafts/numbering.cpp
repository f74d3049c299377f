#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <optional>

#include <lianxi/drafts/numbering.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// An id that ends with a number.
struct Numbered {
  std::string_view before;
  long number = 0;
  std::size_t width = 0;
};

std::optional<Numbered> numbered(std::string_view id) {
  std::size_t at = id.size();
  while (at > 0 && is_digit(id[at - 1])) --at;
  const auto digits = id.substr(at);
  if (digits.empty() || digits.size() > 9) return std::nullopt;
  long number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return Numbered{id.substr(0, at), number, digits.size()};
}

/// How many of these a year has: `2017-q4` is followed by `2018-q1`.
long most_of_year(std::string_view before) {
  const bool has_year =
      before.size() >= 5 && std::all_of(before.begin(), before.begin() + 4, is_digit);
  if (!has_year) return 0;
  const auto rest = before.substr(4);
  if (rest == "-q" || rest == "-Q" || rest == "q" || rest == "Q") return 4;
  if (rest == "-h" || rest == "-H") return 2;
  return 0;
}

std::string with_next_year(std::string_view before) {
  int year = 0;
  std::from_chars(before.data(), before.data() + 4, year);
  return fmt::format("{:04}{}", year + 1, before.substr(4));
}

std::string after(const Numbered& last) {
  const long most = most_of_year(last.before);
  if (most > 0 && last.number >= most) return with_next_year(last.before) + "1";
  return fmt::format("{}{:0{}}", last.before, last.number + 1, last.width);
}

}  // namespace

std::string next_id(const std::vector<std::string>& ids, std::string_view first) {
  std::optional<Numbered> last;
  for (auto id = ids.rbegin(); id != ids.rend() && !last; ++id) last = numbered(*id);
  if (last)
    for (const std::string& id : ids)
      if (const auto one = numbered(id);
          one && one->before == last->before && one->number > last->number)
        last = one;
  std::string next = last ? after(*last) : std::string(first);
  while (std::ranges::find(ids, next) != ids.end()) {
    const auto again = numbered(next);
    next = again ? after(*again) : next + "-2";
  }
  return next;
}

std::string next_number(std::string_view last, int year) {
  constexpr std::string_view open = "〔", closed = "〕", sign = "号";
  const auto begin = last.find(open), end = last.find(closed), number_end = last.rfind(sign);
  if (begin == last.npos || end == last.npos || number_end == last.npos || number_end < end)
    return {};
  const auto old_year = last.substr(begin + open.size(), end - begin - open.size());
  const auto digits = last.substr(end + closed.size(), number_end - end - closed.size());
  const auto number = numbered(digits);
  if (!number || !number->before.empty()) return {};
  const std::string now = std::to_string(year);
  return fmt::format("{}{}{}{}{}{}", last.substr(0, begin), open, now, closed,
                     old_year == now ? number->number + 1 : 1, last.substr(number_end));
}

namespace {

constexpr std::array<std::string_view, 12> numerals = {"一", "二", "三", "四", "五",   "六",
                                                       "七", "八", "九", "十", "十一", "十二"};

/// A turn of the year as titles tell it.
struct Turn {
  std::string_view before, after;
  int most;
};
constexpr Turn turns[] = {{"第", "季度", 4}, {"年", "季度", 4}, {"年", "月", 12}};

/// The number between two words: 三 or 3.
struct Found {
  std::size_t at = 0, size = 0;
  int number = 0;
  bool is_numeral = false;
};

std::optional<Found> find_turn(std::string_view title, const Turn& turn) {
  for (std::size_t at = title.find(turn.before); at != title.npos;
       at = title.find(turn.before, at + 1)) {
    const std::size_t begin = at + turn.before.size(), end = title.find(turn.after, begin);
    if (end == title.npos) return std::nullopt;
    const auto word = title.substr(begin, end - begin);
    const auto numeral = std::ranges::find(numerals, word);
    if (numeral != numerals.end())
      return Found{begin, word.size(), int(numeral - numerals.begin()) + 1, true};
    const auto number = numbered(word);
    if (number && number->before.empty())
      return Found{begin, word.size(), int(number->number), false};
  }
  return std::nullopt;
}

std::string with_year_after(std::string title) {
  const auto at = title.find("年");
  if (at == title.npos || at < 4) return title;
  const auto digits = std::string_view(title).substr(at - 4, 4);
  if (!std::ranges::all_of(digits, is_digit)) return title;
  int year = 0;
  std::from_chars(digits.data(), digits.data() + 4, year);
  return title.replace(at - 4, 4, fmt::format("{:04}", year + 1));
}

}  // namespace

std::string next_title(std::string_view last) {
  for (const Turn& turn : turns) {
    const auto found = find_turn(last, turn);
    if (!found || found->number < 1 || found->number > turn.most) continue;
    const int next = found->number % turn.most + 1;
    std::string title(last);
    title.replace(
        found->at, found->size,
        found->is_numeral ? std::string(numerals[std::size_t(next - 1)]) : std::to_string(next));
    return next == 1 ? with_year_after(std::move(title)) : title;
  }
  return std::string(last);
}

}  // namespace lianxi
