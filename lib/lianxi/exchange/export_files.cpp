#include <lianxi/book/book.hpp>
#include <lianxi/exchange/export_files.hpp>
#include <lianxi/exchange/table_cells.hpp>
#include <lianxi/exchange/table_print.hpp>
#include <lianxi/version.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

std::vector<const TableColumn*> all_columns(const Table& table) {
  std::vector<const TableColumn*> columns;
  for (const TableColumn& column : table.columns) columns.push_back(&column);
  return columns;
}

}  // namespace

std::string export_json(const BookTablesRequest& request, const ExportLabel& label) {
  json::Json json;
  json["version"] = version;
  json["format"] = 1;
  json["book"] = request.book.name();
  json["as_of"] = iso(request.as_of);
  json["label"] = label.period;
  json::add(json, label.faults);
  json::Json& tables = json["tables"] = json::Json::object();
  for (const Table& table : book_tables(request)) {
    json::Json& rows = tables[table.kind->name] = json::Json::array();
    const auto columns = all_columns(table);
    for (const TableRow& row : table.rows) rows.push_back(json::of_row(table, columns, row));
  }
  return json::dump_masked(json);
}

std::string export_ndjson(const BookTablesRequest& request) {
  std::string out;
  for (const Table& table : book_tables(request)) {
    const auto columns = all_columns(table);
    for (const TableRow& row : table.rows) {
      json::Json line;
      line["table"] = table.kind->name;
      line.update(json::of_row(table, columns, row));
      out += json::line_masked(line);
    }
  }
  return out;
}

std::vector<NamedFile> export_csv(const BookTablesRequest& request, Language language,
                                  bool begins_with_mark) {
  std::vector<NamedFile> files;
  for (const Table& table : book_tables(request)) {
    if (table.rows.empty()) continue;
    const TableView view{table, all_columns(table)};
    files.push_back({table.kind->name + ".csv", table_csv(view, language, begins_with_mark)});
  }
  return files;
}

}  // namespace lianxi
