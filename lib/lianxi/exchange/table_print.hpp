// Rows of a table on the terminal and in the formats of `list`.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include <lianxi/base/language.hpp>
#include <lianxi/export.hpp>
#include <lianxi/rules/judge.hpp>
#include <lianxi/tables/table.hpp>

namespace lianxi LIANXI_EXPORT {

/// What is shown of a table.
struct TableView {
  const Table& table;
  std::vector<const TableColumn*> columns;
};

/// Headings and rows, columns aligned. With a width no line is wider: long cells end in `…`.
std::string table_text(const TableView&, Language, std::optional<int> width = {});

/// As a table of Markdown.
std::string table_markdown(const TableView&, Language);

/// Headings and words in the language, numbers and days as scripts read them. A byte order mark
/// says to spreadsheet programs that it is UTF-8.
std::string table_csv(const TableView&, Language, bool begins_with_mark = true);

/// The same with tabs between; tabs and line breaks in cells become spaces.
std::string table_tsv(const TableView&, Language);

/// The canonical name of each row's record, a line each.
std::string table_ids(const TableView&);

/// The columns that there are, with what they mean.
std::string columns_help(const Table&, Language);

}  // namespace lianxi
