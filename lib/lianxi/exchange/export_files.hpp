// A whole book in a format that other programs read.
#pragma once
#include <string>
#include <vector>

#include <lianxi/exchange/book_tables.hpp>
#include <lianxi/export.hpp>
#include <lianxi/rules/judge.hpp>

namespace lianxi LIANXI_EXPORT {

/// What is said of an export besides its tables.
struct ExportLabel {
  std::string period;  ///< Its canonical name.
  RecordFaults faults = {};
};

/// All tables in one object, rows as `list` has them.
std::string export_json(const BookTablesRequest&, const ExportLabel&);
/// A row a line, each with its `table`.
std::string export_ndjson(const BookTablesRequest&);

/// A file by its name.
struct NamedFile {
  std::string name, bytes;
};

/// A file for each table that has rows.
std::vector<NamedFile> export_csv(const BookTablesRequest&, Language, bool begins_with_mark);

}  // namespace lianxi
