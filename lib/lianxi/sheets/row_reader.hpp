// Rows of a sheet as drafts, cell by cell.
#pragma once
#include <optional>
#include <vector>

#include <lianxi/sheets/cell_values.hpp>
#include <lianxi/sheets/columns.hpp>

namespace lianxi {

class Book;

/// Reads the rows of a sheet whose columns are known.
class RowReader {
 public:
  RowReader(const Book& book, const RecordType& type, const Columns& columns,
            std::vector<SheetFault>& faults)
      : values_(book), type_(type), columns_(columns), faults_(faults) {}

  /// The record of a row; nothing where the row has nothing for it, as below a table's end.
  std::optional<Draft> read(const GridRow&);

  /// Reports each field that a record needs and the row does not give; once for all rows where no
  /// column gives it.
  void require(const Draft&, const GridRow&);

  /// Adds a fault of a row, or of one of its cells.
  void fault(const GridRow&, const Column*, Refusal);

 private:
  void read_cell(const GridRow&, const Column&, Draft&);
  void require_in(const Draft&, const RecordType&, const GridRow&, FieldPath& path);

  void report_missing(const FieldPath&, const GridRow&);

  CellValues values_;
  const RecordType& type_;
  const Columns& columns_;
  std::vector<SheetFault>& faults_;
  std::vector<FieldPath> missing_columns_;
};

/// The rows below the headings.
std::vector<const GridRow*> rows_below(const Grid&, const Columns&);

}  // namespace lianxi
