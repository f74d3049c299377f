// Which rows are wanted, and in what order.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/export.hpp>
#include <lianxi/tables/table.hpp>

namespace lianxi LIANXI_EXPORT {

/// `status=overdue`, `due<2017-10-01`, `text~标识`, `lead=`.
struct Condition {
  enum class Operator : std::uint8_t { equal, unequal, less, at_most, more, at_least, contains };

  const TableColumn* column = nullptr;
  Operator how = Operator::equal;
  std::string value = {};    ///< As cells have it; empty: whether anything is given.
  std::string written = {};  ///< As people wrote it.
};

/// The column of that name; throws a usage Error with the nearest where there is none.
const TableColumn& column_named(const Table&, const std::string& name);

/// Reads FIELD=VALUE, the value as the field's type reads it. Throws a usage Error where that
/// cannot be. The table has to stay where it is.
Condition read_condition(const Table&, const std::string& written);

/// Whether a row is so: of a list, whether one of its values is; with `!=`, whether `=` is not.
bool holds(const Condition&, const Table&, const TableRow&);

/// Leaves the rows for which all of them hold.
void narrow(Table&, const std::vector<Condition>&);

/// Leaves the rows that a unit is concerned with, in whatever role: a record that names it, itself
/// or in one of its parts.
void narrow_to_unit(Table&, std::string_view unit);

/// Sorts by `FIELD`, or `-FIELD` for the largest first; rows without it come last either way.
void sort_rows(Table&, const std::string& written);

/// Less than 0, 0 or more: compared by the type, numbers by value, words in the order of their
/// list.
int compare_values(const ValueType&, std::string_view, std::string_view);

}  // namespace lianxi
