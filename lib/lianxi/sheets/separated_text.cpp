#include <algorithm>
#include <array>

#include <lianxi/base/error.hpp>
#include <lianxi/base/foreign_encoding.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/utf8.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/sheets/limits.hpp>
#include <lianxi/sheets/separated_text.hpp>

namespace lianxi {
namespace {

constexpr std::string_view full_width_comma = "，";
constexpr std::array<std::string_view, 3> separators = {",", ";", "\t"};

/// The first line that is not blank, as far as no quotes are open at its end.
std::string_view first_line(std::string_view text) {
  bool quoted = false;
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '"') quoted = !quoted;
    if (quoted || (text[at] != '\n' && text[at] != '\r')) continue;
    const auto line = text.substr(start, at - start);
    if (!trimmed(line).empty()) return line;
    start = at + 1;
  }
  return text.substr(start);
}

std::size_t times(std::string_view separator, std::string_view line) {
  std::size_t count = 0;
  bool quoted = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '"') quoted = !quoted;
    if (!quoted && line.substr(at).starts_with(separator)) ++count;
  }
  return count;
}

/// Whether every line that is not blank has as many of them as the first.
bool parts_all_lines_alike(std::string_view separator, std::string_view text) {
  const std::size_t first = times(separator, first_line(text));
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    if (!trimmed(line).empty() && times(separator, line) != first) return false;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return first > 0;
}

/// Goes over a text and puts its cells into rows.
class SeparatedReader {
 public:
  SeparatedReader(std::string_view text, std::string_view separator)
      : text_(text), separator_(separator) {}

  Grid read() {
    while (at_ < text_.size()) read_row();
    return std::move(grid_);
  }

 private:
  void read_row() {
    GridRow row{.number = line_};
    bool is_more = true;
    while (is_more) {
      add_cell(row, read_cell());
      is_more = rest().starts_with(separator_);
      if (is_more) at_ += separator_.size();
    }
    end_line();
    while (!row.cells.empty() && row.cells.back().kind == Cell::Kind::empty) row.cells.pop_back();
    if (!row.cells.empty()) grid_.rows.push_back(std::move(row));
  }

  void add_cell(GridRow& row, std::string text) {
    if (row.cells.size() >= most_columns) throw too_many_columns();
    if (++cells_ > most_cells) throw too_many_cells();
    const bool is_empty = trimmed(text).empty();
    row.cells.push_back({is_empty ? Cell::Kind::empty : Cell::Kind::text, std::move(text)});
  }

  /// A quoted part may be followed by more text, as some programs write it.
  std::string read_cell() {
    std::string text;
    const auto before = text_.find_first_not_of(' ', at_);
    if (before != text_.npos && text_[before] == '"') {
      at_ = before;
      text = read_quoted();
    }
    while (at_ < text_.size() && !is_line_end() && !rest().starts_with(separator_))
      text += text_[at_++];
    return text;
  }

  std::string read_quoted() {
    const std::size_t opened = line_;
    std::string text;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"' && !rest().starts_with("\"\"")) {
        ++at_;
        return text;
      }
      if (text_[at_] == '"') ++at_;
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] != '\r') text += text_[at_];
    }
    throw Error(say({"line {}: the quotes that open here are never closed",
                     "第 {} 行：此处开始的引号没有结束"},
                    opened),
                say({"a quote inside quotes is written twice", "引号内的引号须写两次"}));
  }

  bool is_line_end() const { return text_[at_] == '\n' || text_[at_] == '\r'; }

  void end_line() {
    if (at_ >= text_.size()) return;
    at_ += rest().starts_with("\r\n") ? 2 : 1;
    ++line_;
  }

  std::string_view rest() const { return text_.substr(at_); }

  std::string_view text_, separator_;
  std::size_t at_ = 0, line_ = 1, cells_ = 0;
  Grid grid_;
};

}  // namespace

std::string_view separator_of(std::string_view text) {
  const auto line = first_line(text);
  std::string_view best = separators[0];
  for (const auto candidate : separators)
    if (times(candidate, line) > times(best, line)) best = candidate;
  const bool none = times(best, line) == 0;
  return none && parts_all_lines_alike(full_width_comma, text) ? full_width_comma : best;
}

Grid separated_cells(std::string_view text, std::string_view separator) {
  return SeparatedReader(text, separator).read();
}

std::string decoded_text(std::string bytes) {
  if (bytes.starts_with(byte_order_mark)) bytes.erase(0, byte_order_mark.size());
  if (is_utf8(bytes) && bytes.find('\0') == bytes.npos) return bytes;
  if (auto text = in_utf8(bytes)) return std::move(*text);
  throw Error(say({"it is no text in UTF-8, UTF-16 or GB18030, and no .xlsx or .ods",
                   "它不是 UTF-8、UTF-16 或 GB18030 编码的文本，也不是 .xlsx 或 .ods"}),
              say({"save it as .xlsx, or as CSV in UTF-8", "请另存为 .xlsx，或 UTF-8 编码的 CSV"}));
}

}  // namespace lianxi
