// Cells of tables as spreadsheets and JSON have them.
#pragma once
#include <string>

#include <lianxi/base/language.hpp>
#include <lianxi/exchange/json_values.hpp>
#include <lianxi/tables/table.hpp>

namespace lianxi {

/// Words in the language, all else as scripts read it: ids, ISO days, plain numbers.
std::string cell_for_sheet(const Table&, const TableColumn&, const TableRow&, Language);

namespace json {

/// Null where there is nothing; a list for a list; amounts as strings, counts as objects.
Json of(const TableColumn&, const TableCell&);

/// All these columns of a row by their English names, and `record`, `file`, `line`.
Json of_row(const Table&, const std::vector<const TableColumn*>&, const TableRow&);

/// The key of a column: its name, but for those that every row has besides.
std::string key_of(const TableColumn&);

}  // namespace json

}  // namespace lianxi
