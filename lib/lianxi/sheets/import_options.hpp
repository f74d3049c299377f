// What is asked of an import, and what is said of the cells that cannot be taken.
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include <lianxi/base/language.hpp>
#include <lianxi/export.hpp>
#include <lianxi/sheets/grid.hpp>

namespace lianxi LIANXI_EXPORT {

struct ImportOptions {
  std::size_t skip = 0;                   ///< How many rows stand above the headings.
  std::vector<std::string> maps = {};     ///< `FIELD=COLUMN`, the column by heading or letters.
  std::vector<std::string> ignored = {};  ///< Columns to be passed over, likewise.
};

/// What is wrong with a cell, a row or a column.
struct SheetFault {
  std::size_t row = 0;     ///< As the sheet counts.
  std::size_t column = 0;  ///< From 1; 0 where it is of the whole row.
  std::string heading = {}, value = {};
  Message message, hint = {};
};

}  // namespace lianxi
