#include <set>

#include <lianxi/exchange/csv.hpp>
#include <lianxi/exchange/fitted_table.hpp>
#include <lianxi/exchange/json_values.hpp>
#include <lianxi/exchange/query_print.hpp>
#include <lianxi/version.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

using ResultKind = QueryResult::Value::Kind;

bool is_column_of_figures(const QueryResult& result, std::size_t column) {
  bool any = false;
  for (const auto& row : result.rows) {
    if (row[column].kind == ResultKind::text) return false;
    any = any || row[column].kind != ResultKind::null;
  }
  return any;
}

json::Json result_value(const QueryResult::Value& value) {
  switch (value.kind) {
    case ResultKind::null:
      return {};
    case ResultKind::integer:
      return value.integer;
    case ResultKind::real:
      return value.real;
    case ResultKind::text:
      break;
  }
  return value.text;
}

std::vector<std::string> distinct(const std::vector<std::string>& names) {
  std::set<std::string> taken;
  std::vector<std::string> out;
  for (const std::string& name : names) {
    std::string one = name;
    for (int i = 2; !taken.insert(one).second; ++i) one = name + "_" + std::to_string(i);
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace

std::string query_text(const QueryResult& result, std::optional<int> width) {
  FittedTable table{{result.columns}, {}, {}};
  for (std::size_t i = 0; i < result.columns.size(); ++i)
    table.to_the_right.push_back(is_column_of_figures(result, i));
  for (const auto& row : result.rows) {
    auto& line = table.lines.emplace_back();
    for (const auto& value : row) line.push_back(value.text);
  }
  return fitted(std::move(table), width);
}

std::string query_csv(const QueryResult& result) {
  std::string out = "\xEF\xBB\xBF";
  std::vector<std::string> cells;
  for (const std::string& column : result.columns) cells.push_back(csv::text(column));
  out += csv::line(cells);
  for (const auto& row : result.rows) {
    cells.clear();
    for (const auto& value : row)
      cells.push_back(value.kind == ResultKind::text ? csv::text(value.text) : value.text);
    out += csv::line(cells);
  }
  return out;
}

std::string query_json(const QueryResult& result, const Book& book, Date as_of,
                       const RecordFaults& faults) {
  json::Json json;
  json["version"] = version;
  json["format"] = 1;
  json["book"] = book.name();
  json["as_of"] = iso(as_of);
  json::add(json, faults);
  const auto names = distinct(result.columns);
  json["columns"] = names;
  json["rows"] = json::Json::array();
  for (const auto& row : result.rows) {
    json::Json one = json::Json::object();
    for (std::size_t i = 0; i < row.size(); ++i) one[names[i]] = result_value(row[i]);
    json["rows"].push_back(std::move(one));
  }
  return json::dump_masked(json);
}

}  // namespace lianxi
