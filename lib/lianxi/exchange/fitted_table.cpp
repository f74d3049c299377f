#include <algorithm>
#include <numeric>

#include <lianxi/base/privacy.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/exchange/cut_text.hpp>
#include <lianxi/exchange/fitted_table.hpp>
#include <lianxi/exchange/text_table.hpp>

namespace lianxi {
namespace {

std::vector<int> widths_of(const std::vector<std::vector<std::string>>& lines) {
  std::vector<int> widths(lines[0].size());
  for (const auto& line : lines)
    for (std::size_t i = 0; i < line.size(); ++i)
      widths[i] = std::max(widths[i], display_width(line[i]));
  return widths;
}

/// Takes from the widest until all of them fit; none becomes narrower than a few characters.
void take_until_fit(std::vector<int>& widths, int width) {
  constexpr int least = 6, between = 2;
  int all = std::accumulate(widths.begin(), widths.end(), between * (int(widths.size()) - 1));
  while (all > width) {
    const auto widest = std::ranges::max_element(widths);
    if (*widest <= least) return;
    --*widest;
    --all;
  }
}

}  // namespace

std::string fitted(FittedTable table, std::optional<int> width) {
  for (auto& line : table.lines)
    for (std::string& cell : line) cell = printable(masked(cell));
  std::vector<int> widths = widths_of(table.lines);
  if (width && !widths.empty()) take_until_fit(widths, *width);
  for (auto& line : table.lines)
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (width) line[i] = cut_to_width(line[i], widths[i]);
      if (!table.to_the_right[i]) continue;
      line[i].insert(0, std::size_t(std::max(0, widths[i] - display_width(line[i]))), ' ');
    }
  return aligned(table.lines);
}

}  // namespace lianxi
