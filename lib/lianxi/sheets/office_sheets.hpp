// The sheets of .xlsx and .ods files.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/sheets/grid.hpp>

namespace lianxi {

class OfficeArchive;

/// Puts cells into rows, within the limits of limits.hpp.
class GridBuilder {
 public:
  /// Rows and columns are counted from 0 and never go back.
  void put(std::size_t row, std::size_t column, Cell);
  /// Marks what a merged cell covers; only as far as other cells go.
  void merge(std::size_t row, std::size_t column, std::size_t rows, std::size_t columns);
  Grid take(std::string sheet);

 private:
  struct Merge {
    std::size_t row, column, rows, columns;
  };

  void cover(const Merge&);

  Grid grid_;
  std::vector<Merge> merges_;
  std::size_t cells_ = 0;
};

/// What to say where a workbook has no sheet of that name, with those that it has.
[[noreturn]] void refuse_sheet(std::string_view wanted, const std::vector<std::string>& names);

/// The sheet of that name, or of that number from 1; the first where `wanted` is "".
Grid xlsx_sheet(const OfficeArchive&, std::string_view wanted);
Grid ods_sheet(const OfficeArchive&, std::string_view wanted);

}  // namespace lianxi
