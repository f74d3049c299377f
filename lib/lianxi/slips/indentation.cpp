#include <algorithm>

#include <lianxi/slips/indentation.hpp>

namespace lianxi {
namespace {

/// Where the entries of a line begin: the hyphen of a list item, a key.
struct Columns {
  static constexpr std::size_t none = std::string_view::npos;

  std::size_t hyphen = none, key = none;

  explicit Columns(const WrittenLine& line) {
    const auto text = line.text;
    if (line.is_text || !line.open.brackets.empty() || line.open.quote != '\0') return;
    auto at = text.find_first_not_of(' ');
    if (at == text.npos || text[at] == '#') return;
    if (begins_item(text, at)) {
      hyphen = at;
      at = text.find_first_not_of(' ', at + 1);
    }
    if (at != text.npos && has_colon(text.substr(at))) key = at;
  }

  static bool begins_item(std::string_view text, std::size_t at) {
    return text[at] == '-' && (at + 1 == text.size() || text[at + 1] == ' ');
  }
  static bool has_colon(std::string_view text) {
    return text.find(": ") != text.npos || text.ends_with(':');
  }

  std::size_t first() const { return hyphen != none ? hyphen : key; }
};

std::size_t distance(std::size_t a, std::size_t b) { return a < b ? b - a : a - b; }

/// Whether a line may be moved so far. At the left edge stand collections: nearly everything
/// could be read there, and hardly anything is meant to.
bool is_plausible(std::size_t own, std::size_t column) {
  constexpr std::size_t most = 3;
  return column != own && distance(own, column) <= (column == 0 ? 1 : most);
}

/// The columns in which other entries of its kind begin, list items or keys.
std::vector<std::size_t> columns_near(const WrittenDocument& document, std::size_t line) {
  constexpr std::size_t before = 60, after = 20;
  const Columns own(document[line]);
  const bool item = own.hyphen != Columns::none;
  std::vector<std::size_t> columns;
  const auto first = line - std::min(line, before), end = std::min(line + after, document.size());
  for (std::size_t other = first; other < end; ++other) {
    const Columns its(document[other]);
    const auto column = item ? its.hyphen : its.key;
    if (column != Columns::none && is_plausible(own.first(), column)) columns.push_back(column);
  }
  std::ranges::sort(columns);
  columns.erase(std::ranges::unique(columns).begin(), columns.end());
  std::ranges::stable_sort(columns, {}, [&](auto c) { return distance(c, own.first()); });
  return columns;
}

}  // namespace

Slip shift_of(const WrittenDocument& document, std::size_t number, std::size_t column) {
  const WrittenLine& line = document[number];
  const auto own = std::min(line.text.find_first_not_of(' '), line.text.size());
  const bool deep = own > column;
  const auto at = document.start() + line.start + std::min(own, column);
  const Edit edit{at, std::uint32_t(deep ? own - column : 0),
                  deep ? "" : std::string(column - own, ' ')};
  return {deep ? Slip::Kind::too_deep : Slip::Kind::not_as_deep, line.start + own, "", {edit}};
}

std::vector<Slip> shifts(const WrittenDocument& document, std::size_t line) {
  constexpr std::size_t most = 4;
  if (Columns(document[line]).first() == Columns::none) return {};
  auto columns = columns_near(document, line);
  columns.resize(std::min(columns.size(), most));
  std::vector<Slip> slips;
  for (const auto column : columns) slips.push_back(shift_of(document, line, column));
  return slips;
}

}  // namespace lianxi
