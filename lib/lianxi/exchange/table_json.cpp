#include <lianxi/book/book.hpp>
#include <lianxi/exchange/table_cells.hpp>
#include <lianxi/exchange/table_json.hpp>
#include <lianxi/tables/facts.hpp>
#include <lianxi/version.hpp>

namespace lianxi LIANXI_EXPORT {

std::string list_json(const TableView& view, const std::string& label, const RecordFaults& faults) {
  json::Json json;
  json["version"] = version;
  json["format"] = 1;
  json["book"] = view.table.book().name();
  json["as_of"] = iso(view.table.facts->as_of());
  json["label"] = label;
  json["what"] = view.table.kind->name;
  json::add(json, faults);
  json["rows"] = json::Json::array();
  for (const TableRow& row : view.table.rows)
    json["rows"].push_back(json::of_row(view.table, view.columns, row));
  return json::dump_masked(json);
}

std::string list_ndjson(const TableView& view) {
  std::string out;
  for (const TableRow& row : view.table.rows)
    out += json::line_masked(json::of_row(view.table, view.columns, row));
  return out;
}

}  // namespace lianxi
