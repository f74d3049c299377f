#include <lianxi/exchange/plain_figure.hpp>
#include <lianxi/exchange/record_value_json.hpp>
#include <lianxi/schema/spelling.hpp>
#include <lianxi/schema/walk.hpp>

namespace lianxi::json {
namespace {

Json count_in_text(const std::string& text) {
  const auto read = read_count(text);
  if (!read) return text;
  return {{"value", read->value}, {"qualifier", word_of(read->qualifier)}};
}

Json scalar_in_text(const std::string& text, const ValueType* type) {
  using Of = ValueType::Kind;
  if (!type) return text;
  switch (type->kind) {
    case Of::integer:
      if (const auto number = read_int(text)) return *number;
      return text;
    case Of::boolean:
      return text == "yes";
    case Of::count:
      return count_in_text(text);
    case Of::quantity:
      return text.find('.') == text.npos ? count_in_text(text) : Json(text);
    default:
      return text;
  }
}

/// As `fields_of` has it: every field of the table, then the own ones.
Json value_part_json(const RecordValue& value, const RecordType& type) {
  Json out = Json::object();
  const auto add = [&](const Field& field) {
    const RecordValue* entry = value.entry(field.en);
    const bool list = field.type->kind == ValueType::Kind::list;
    out[std::string(field.en)] = !entry && list ? Json(Json::array()) : of_value(entry, field.type);
  };
  for (const Field& field : type.fields) add(field);
  for (const Field& field : fields_of_every_record()) add(field);
  for (std::size_t i = 0; i < value.names.size(); ++i)
    if (!out.contains(value.names[i])) out[value.names[i]] = value.items[i].text;
  return out;
}

Json value_list_json(const RecordValue& value, const ValueType* type) {
  Json out = Json::array();
  for (const RecordValue& item : value.items)
    out.push_back(of_value(&item, type ? type->element : nullptr));
  return out;
}

}  // namespace

Json of_value(const RecordValue* value, const ValueType* type) {
  if (!value || value->kind == RecordValue::Kind::unreadable) return nullptr;
  if (value->kind == RecordValue::Kind::list) return value_list_json(*value, type);
  if (value->kind == RecordValue::Kind::scalar) return scalar_in_text(value->text, type);
  if (type && type->record) return value_part_json(*value, *type->record);
  Json out = Json::object();
  for (std::size_t i = 0; i < value->names.size(); ++i)
    out[value->names[i]] = of_value(&value->items[i], nullptr);
  return out;
}

}  // namespace lianxi::json
