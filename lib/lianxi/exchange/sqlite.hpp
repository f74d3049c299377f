// A book as an SQLite database: as a file, and for asking it in SQL.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/exchange/sql_tables.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// The bytes of a database file with these tables. Throws Error where this build has no SQLite, or
/// it fails.
std::string to_sqlite(const std::vector<sql::Table>&);

/// What a query gives: every value as SQLite has it, a blob as its bytes in hexadecimal.
struct QueryResult {
  struct Value {
    enum class Kind : std::uint8_t { null, integer, real, text } kind = Kind::null;
    std::int64_t integer = 0;
    double real = 0;
    std::string text = {};  ///< Of all but null: how SQLite writes it.
  };

  std::vector<std::string> columns = {};
  std::vector<std::vector<Value>> rows = {};
};

/// Asks tables in memory one question in SQL. Only reading is allowed: no other database, no
/// setting, no extension. Throws a usage Error with SQLite's own words where the question cannot
/// be answered, gives more than a million rows, or takes too many steps.
QueryResult query(const std::vector<sql::Table>&, const std::string& statement);

}  // namespace lianxi
