#include <algorithm>
#include <fmt/format.h>

#include <lianxi/base/error.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/sheets/limits.hpp>
#include <lianxi/sheets/office_sheets.hpp>

namespace lianxi LIANXI_EXPORT {

std::string column_letters(std::size_t column) {
  std::string letters;
  for (++column; column > 0; column = (column - 1) / 26)
    letters.insert(letters.begin(), char('A' + (column - 1) % 26));
  return letters;
}

void GridBuilder::put(std::size_t row, std::size_t column, Cell cell) {
  if (cell.kind == Cell::Kind::empty) return;
  if (column >= most_columns) throw too_many_columns();
  if (row >= most_rows || ++cells_ > most_cells) throw too_many_cells();
  auto& rows = grid_.rows;
  if (rows.empty() || rows.back().number < row + 1) rows.push_back({.number = row + 1});
  auto& cells = rows.back().cells;
  // Blanks before a cell cost room, too: a row of one cell far to the right counts for all.
  if (column >= cells.size()) {
    cells_ += column - cells.size();
    cells.resize(column + 1);
  }
  cells[column] = std::move(cell);
}

void GridBuilder::merge(std::size_t row, std::size_t column, std::size_t rows,
                        std::size_t columns) {
  if (rows > 1 || columns > 1) merges_.push_back({row, column, rows, columns});
}

void GridBuilder::cover(const Merge& merge) {
  const auto first = std::ranges::lower_bound(grid_.rows, merge.row + 1, {}, &GridRow::number);
  for (auto row = first; row != grid_.rows.end(); ++row) {
    if (row->number - merge.row > merge.rows) break;
    const std::size_t end = std::min(merge.column + merge.columns, most_columns);
    const bool begins_here = row->number == merge.row + 1;
    cells_ += end - std::min(merge.column, end);  // merged cells may be as many as they are large
    if (cells_ > most_cells) throw too_many_cells();
    if (row->cells.size() < end) row->cells.resize(end);
    for (std::size_t at = merge.column + (begins_here ? 1 : 0); at < end; ++at)
      row->cells[at] = {Cell::Kind::covered, ""};
  }
}

Grid GridBuilder::take(std::string sheet) {
  constexpr std::size_t most_merges = 10'000;
  if (merges_.size() > most_merges) throw too_many_cells();
  for (const Merge& merge : merges_) cover(merge);
  grid_.sheet = std::move(sheet);
  return std::move(grid_);
}

void refuse_sheet(std::string_view wanted, const std::vector<std::string>& names) {
  if (names.empty()) throw Error(say({"the file has no sheet", "文件中没有工作表"}));
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + printable(name);
  throw Error(say({"there is no sheet “{}”", "没有“{}”工作表"}, printable(wanted)),
              say({"the file has: {}", "文件中有：{}"}, all), Error::Cause::usage);
}

}  // namespace lianxi
