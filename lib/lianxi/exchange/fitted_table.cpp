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

/// Takes from the widest of these columns until all fit, or none can become narrower.
void take_until_fit(std::vector<int>& widths, int width, const std::vector<bool>& from, int least) {
  constexpr int between = 2;
  int all = std::accumulate(widths.begin(), widths.end(), between * (int(widths.size()) - 1));
  while (all > width) {
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i)
      if (from[i] && widths[i] > least && (widest == widths.size() || widths[i] > widths[widest]))
        widest = i;
    if (widest == widths.size()) return;
    --widths[widest];
    --all;
  }
}

/// Texts give way first; where that is not enough, everything does.
void fit(std::vector<int>& widths, int width, const FittedTable& table) {
  constexpr int least_of_text = 12, least = 4;
  if (!table.gives_way.empty()) take_until_fit(widths, width, table.gives_way, least_of_text);
  take_until_fit(widths, width, std::vector<bool>(widths.size(), true), least);
}

}  // namespace

std::string fitted(FittedTable table, std::optional<int> width) {
  for (auto& line : table.lines)
    for (std::string& cell : line) cell = printable(masked(cell));
  std::vector<int> widths = widths_of(table.lines);
  if (width) fit(widths, *width, table);
  for (auto& line : table.lines)
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (width) line[i] = cut_to_width(line[i], widths[i]);
      if (!table.to_the_right[i]) continue;
      line[i].insert(0, std::size_t(std::max(0, widths[i] - display_width(line[i]))), ' ');
    }
  return aligned(table.lines);
}

}  // namespace lianxi
