#include <algorithm>

#include <lianxi/base/invisible.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/base/runner_commands.hpp>
#include <lianxi/base/utf8.hpp>
#include <lianxi/exchange/csv.hpp>

namespace lianxi LIANXI_EXPORT {
namespace csv {

/// Quotes keep the first line of a cell from beginning a command; the others have none before them.
static std::string without_commands_in(const std::string& text) {
  if (text.find("##") == text.npos && text.find("::") == text.npos) return text;
  const auto first = std::min(text.find('\n'), text.size());
  return without_commands(text.substr(0, first), {.sharp = "\\u{23}", .colon = ":"}) +
         without_commands(text.substr(first), {.sharp = "\\u{23}", .colon = "\\u{3a}"});
}

std::string text(std::string_view raw) {
  std::string out = without_commands_in(with_controls_written_out(masked(raw)));
  if (!out.empty() && std::string_view("=+-@\t\r").find(out[0]) != std::string_view::npos)
    out.insert(0, 1, '\'');
  return out;
}

/// Where a table is written into the log of a job, quotes keep a cell from beginning a command.
static bool may_begin_command(std::string_view cell) {
  return cell.find("::") != cell.npos && begins_command(std::string(cell) + "::");
}

static std::string quoted_cell(std::string_view cell) {
  if (cell.find_first_of(",\"\r\n") == cell.npos && !may_begin_command(cell))
    return std::string(cell);
  std::string out = "\"";
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string line(const std::vector<std::string>& cells) {
  std::string out;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) out += ',';
    out += quoted_cell(cell);
  }
  return out + "\n";
}

std::string heading(const std::vector<Bilingual>& names, Language language) {
  std::vector<std::string> cells;
  cells.reserve(names.size());
  for (const Bilingual& name : names) cells.emplace_back(name.in(language));
  return std::string(byte_order_mark) + line(cells);
}

}  // namespace csv
}  // namespace lianxi
