// A sheet as it was read: rows of cells, each with the text that somebody typed or sees.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// One cell.
struct Cell {
  enum class Kind : std::uint8_t {
    empty,
    text,
    number,
    date,     ///< A day, a time of day, or both.
    formula,  ///< Never worked out, so that it has no text.
    error,    ///< `#N/A` and the like.
    cut,      ///< A number of which the spreadsheet kept the first digits alone.
    covered   ///< Lies under a merged cell that begins elsewhere.
  };

  Kind kind = Kind::empty;
  std::string text = {};  ///< As it would be typed: `1600`, `2017-09-20`, `14:05`, `50%`.
};

/// A row that has any cell.
struct GridRow {
  std::size_t number = 0;        ///< As the sheet counts, from 1.
  std::vector<Cell> cells = {};  ///< From column A on; what follows the last is empty.
};

/// A sheet. Rows without anything are left out, so that those below the last are never seen.
struct Grid {
  std::string sheet;  ///< Its name; of a text file the file's.
  std::vector<GridRow> rows;
  std::vector<std::string> others = {};  ///< The names of the other sheets of its file.
};

/// The letters of a column, which is counted from 0: `A`, `Z`, `AA`.
std::string column_letters(std::size_t column);

}  // namespace lianxi
