#include <algorithm>

#include <lianxi/base/words.hpp>
#include <lianxi/exchange/text_table.hpp>

namespace lianxi {

std::string aligned(const std::vector<std::vector<std::string>>& rows, std::size_t indent) {
  std::vector<int> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], display_width(printable(row[i])));
  }
  std::string out;
  for (const auto& row : rows) {
    std::string line(indent, ' ');
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string cell = printable(row[i]);
      line += cell + std::string(std::size_t(widths[i] - display_width(cell)) + 2, ' ');
    }
    out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return out;
}

}  // namespace lianxi
