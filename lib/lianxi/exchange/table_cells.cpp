#include <charconv>

#include <lianxi/base/places.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/exchange/table_cells.hpp>
#include <lianxi/schema/value_text.hpp>

namespace lianxi {
namespace {

using Kind = ValueType::Kind;
using json::Json;

std::int64_t whole_number(std::string_view text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Json count_json(std::string_view text) {
  const bool about = text.starts_with('~'), at_least = text.ends_with('+');
  return {{"value", whole_number(text.substr(about ? 1 : 0))},
          {"qualifier", about      ? "about"
                        : at_least ? "at_least"
                                   : "exact"}};
}

Json value_json(const ValueType& type, const std::string& value) {
  switch (type.kind) {
    case Kind::integer:
      return whole_number(value);
    case Kind::count:
      return count_json(value);
    case Kind::quantity:
      return value.find('.') == value.npos ? count_json(value) : Json(value);
    case Kind::boolean:
      return value == "yes";
    default:
      return value;
  }
}

}  // namespace

std::string cell_for_sheet(const Table& table, const TableColumn& column, const TableRow& row,
                           Language language) {
  const bool has_words = column.words || !column.type->words.empty();
  if (has_words) return shown(table, column, row, language, false);
  std::string text;
  const TableCell cell = column.cell(row);
  for (const std::string& value : cell.values) {
    if (&value != &cell.values.front()) text += language == Language::zh ? "；" : "; ";
    text += value;
  }
  return text;
}

namespace json {

Json of(const TableColumn& column, const TableCell& cell) {
  if (!column.is_list) return cell.has_value() ? value_json(*column.type, cell.values[0]) : Json();
  Json list = Json::array();
  for (const std::string& value : cell.values) list.push_back(value_json(*column.type, value));
  return list;
}

std::string key_of(const TableColumn& column) {
  const bool is_of_every_row =
      column.name == "record" || column.name == "file" || column.name == "line";
  return is_of_every_row ? column.name + "_text" : column.name;
}

Json of_row(const Table& table, const std::vector<const TableColumn*>& columns,
            const TableRow& row) {
  Json json;
  json["record"] = table.record(row);
  for (const TableColumn* column : columns) {
    const bool names_itself = column->name == "record" && !table.kind->collection;
    if (!names_itself) json[key_of(*column)] = of(*column, column->cell(row));
  }
  const Sources& sources = table.book().sources();
  const auto position = sources.position(table.place(row));
  json["file"] = readable_path(path_of(sources, table.place(row)));
  json["line"] = position.line;
  return json;
}

}  // namespace json

}  // namespace lianxi
