// What a query in SQL gives, as text, CSV and JSON.
#pragma once
#include <optional>
#include <string>

#include <lianxi/book/book.hpp>
#include <lianxi/exchange/sqlite.hpp>
#include <lianxi/export.hpp>
#include <lianxi/rules/judge.hpp>

namespace lianxi LIANXI_EXPORT {

/// Columns aligned; with a width long cells end in `…`.
std::string query_text(const QueryResult&, std::optional<int> width = {});
std::string query_csv(const QueryResult&);
/// Rows as objects; of columns of one name the later ones are called `name_2`, …
std::string query_json(const QueryResult&, const Book&, Date as_of, const RecordFaults&);

}  // namespace lianxi
