#include <algorithm>

#include <lianxi/base/privacy.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/documents/markdown_blocks.hpp>
#include <lianxi/exchange/csv.hpp>
#include <lianxi/exchange/fitted_table.hpp>
#include <lianxi/exchange/table_cells.hpp>
#include <lianxi/exchange/table_print.hpp>
#include <lianxi/exchange/text_table.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

bool is_figure(const TableColumn& column) {
  switch (column.type->kind) {
    case ValueType::Kind::integer:
    case ValueType::Kind::count:
    case ValueType::Kind::amount:
    case ValueType::Kind::quantity:
      return !column.is_list;
    default:
      return false;
  }
}

/// A figure is no text: what is owed may begin with a minus and is no formula.
std::string csv_cell(const Table& table, const TableColumn& column, const TableRow& row,
                     Language language) {
  std::string text = cell_for_sheet(table, column, row, language);
  return is_figure(column) ? text : csv::text(text);
}

}  // namespace

std::string table_text(const TableView& view, Language language, std::optional<int> width) {
  FittedTable table{std::vector<std::vector<std::string>>(1), {}, {}};
  for (const TableColumn* column : view.columns) {
    table.lines[0].emplace_back(column->name_in(language));
    table.to_the_right.push_back(is_figure(*column));
    table.gives_way.push_back(column->is_list || column->type->kind == ValueType::Kind::text);
  }
  for (const TableRow& row : view.table.rows) {
    auto& line = table.lines.emplace_back();
    for (const TableColumn* column : view.columns)
      line.push_back(shown(view.table, *column, row, language, true));
  }
  return fitted(std::move(table), width);
}

std::string table_markdown(const TableView& view, Language language) {
  doc::Table table;
  for (const TableColumn* column : view.columns)
    table.columns.push_back({doc::Prose(column->name_in(language)),
                             is_figure(*column) ? doc::Align::right : doc::Align::left});
  for (const TableRow& row : view.table.rows) {
    auto& cells = table.rows.emplace_back();
    for (const TableColumn* column : view.columns)
      cells.emplace_back(shown(view.table, *column, row, language, true));
  }
  return markdown::block(table, {});
}

std::string table_csv(const TableView& view, Language language, bool begins_with_mark) {
  std::string out = begins_with_mark ? "\xEF\xBB\xBF" : "";
  std::vector<std::string> cells;
  for (const TableColumn* column : view.columns)
    cells.push_back(csv::text(column->name_in(language)));
  out += csv::line(cells);
  for (const TableRow& row : view.table.rows) {
    cells.clear();
    for (const TableColumn* column : view.columns)
      cells.push_back(csv_cell(view.table, *column, row, language));
    out += csv::line(cells);
  }
  return out;
}

std::string table_tsv(const TableView& view, Language language) {
  const auto in_line = [](std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
  };
  std::string out;
  const auto add = [&](std::size_t i, const std::string& cell) {
    out += in_line(cell) + (i + 1 < view.columns.size() ? "\t" : "\n");
  };
  for (std::size_t i = 0; i < view.columns.size(); ++i)
    add(i, csv::text(view.columns[i]->name_in(language)));
  for (const TableRow& row : view.table.rows)
    for (std::size_t i = 0; i < view.columns.size(); ++i)
      add(i, csv_cell(view.table, *view.columns[i], row, language));
  return out;
}

std::string table_ids(const TableView& view) {
  std::string out;
  for (const TableRow& row : view.table.rows)
    out += printable(masked(view.table.record(row))) + "\n";
  return out;
}

std::string columns_help(const Table& table, Language language) {
  std::vector<std::vector<std::string>> lines;
  for (const TableColumn& column : table.columns) {
    std::string doc(column.doc.in(language));
    if (column.origin == ColumnOrigin::computed)
      doc.insert(0, language == Language::zh ? "（计算）" : "(computed) ");
    lines.push_back({printable(column.name), printable(column.zh), std::move(doc)});
  }
  return aligned(lines);
}

}  // namespace lianxi
