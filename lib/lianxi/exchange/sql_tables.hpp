// Tables as SQL has them: typed columns, keys, references between tables. Nothing here knows
// SQLite.
//
// Money is a whole number of 分 in `…_fen`, a count a number and `…_qualifier`, a day a text such
// as 2017-09-30, yes and no are 1 and 0. A list has a table of its own (`resolutions_support`), and
// so have computed fields (`resolutions_computed`). A key or reference is declared where the
// records keep it: one broken reference takes that declaration away, and no record.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <lianxi/export.hpp>
#include <lianxi/rules/judge.hpp>
#include <lianxi/tables/table.hpp>

namespace lianxi LIANXI_EXPORT {
namespace sql {

using Value = std::variant<std::monostate, std::int64_t, std::string>;

struct Column {
  std::string name;
  bool is_number = false;
};

struct Reference {
  std::vector<std::string> columns;
  std::string table;
  std::vector<std::string> targets;
};

struct Table {
  std::string name;
  std::vector<Column> columns = {};
  std::vector<std::string> key = {};     ///< Empty where no column or none alone names a row.
  std::vector<std::string> unique = {};  ///< Columns that others may refer to.
  std::vector<Reference> references = {};
  std::vector<std::vector<Value>> rows = {};
  /// Of each row the day it belongs to, the last where it belongs to several; nothing where nobody
  /// knows one.
  std::vector<std::optional<Date>> days = {};
};

/// One table, and those that hang on it: of its lists, of its computed fields. No key or reference
/// of them is checked.
std::vector<Table> tables_of(const lianxi::Table&);

/// The tables, those that others refer to not always first, and `about` with what they are of.
std::vector<Table> tables_of(const std::vector<lianxi::Table>&, const RecordFaults&);

/// CREATE TABLE …; with a line for each column.
std::string create_statement(const Table&);
/// The same to be read: own fields may be called anything.
std::string shown_statement(const Table&);

}  // namespace sql
}  // namespace lianxi
