#include <algorithm>

#include <lianxi/exchange/book_difference.hpp>
#include <lianxi/exchange/json_values.hpp>
#include <lianxi/exchange/plain_figure.hpp>
#include <lianxi/schema/spelling.hpp>
#include <lianxi/schema/walk.hpp>
#include <lianxi/version.hpp>

namespace lianxi {

using json::Json;

namespace {

Json compared_value(const RecordValue*, const ValueType*);

Json count_in_text(const std::string& text) {
  const auto count = read_count(text);
  if (!count) return text;
  return {{"value", count->value}, {"qualifier", word_of(count->qualifier)}};
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
Json compared_part(const RecordValue& value, const RecordType& type) {
  Json out = Json::object();
  const auto add = [&](const Field& field) {
    const RecordValue* entry = value.entry(field.en);
    const bool list = field.type->kind == ValueType::Kind::list;
    out[std::string(field.en)] =
        !entry && list ? Json(Json::array()) : compared_value(entry, field.type);
  };
  for (const Field& field : type.fields) add(field);
  for (const Field& field : fields_of_every_record()) add(field);
  for (std::size_t i = 0; i < value.names.size(); ++i)
    if (!out.contains(value.names[i])) out[value.names[i]] = value.items[i].text;
  return out;
}

Json compared_list(const RecordValue& value, const ValueType* type) {
  Json out = Json::array();
  for (const RecordValue& item : value.items)
    out.push_back(compared_value(&item, type ? type->element : nullptr));
  return out;
}

Json compared_value(const RecordValue* value, const ValueType* type) {
  if (!value || value->kind == RecordValue::Kind::unreadable) return nullptr;
  if (value->kind == RecordValue::Kind::list) return compared_list(*value, type);
  if (value->kind == RecordValue::Kind::scalar) return scalar_in_text(value->text, type);
  if (type && type->record) return compared_part(*value, *type->record);
  Json out = Json::object();
  for (std::size_t i = 0; i < value->names.size(); ++i)
    out[value->names[i]] = compared_value(&value->items[i], nullptr);
  return out;
}

Json field_json(const FieldDifference& field) {
  Json out;
  out["field"] = field.name;
  out["old"] = compared_value(field.before, field.type);
  out["new"] = compared_value(field.after, field.type);
  return out;
}

std::string_view word_of_change(RecordDifference::Change change) {
  constexpr std::string_view words[] = {"added", "removed", "changed"};
  return words[std::size_t(change)];
}

Json difference_record_json(const RecordDifference& record) {
  Json out;
  out["record"] = record.record;
  out["change"] = word_of_change(record.change);
  out["title"] = record.title.empty() ? Json() : Json(record.title);
  out["file"] = record.file.empty() ? Json() : Json(record.file);
  out["line"] = record.line == 0 ? Json() : Json(record.line);
  out["fields"] = Json::array();
  for (const FieldDifference& field : record.fields) out["fields"].push_back(field_json(field));
  return out;
}

Json side_json(const ComparedBook& side) {
  Json out;
  const bool revision = side.from == ComparedBook::From::revision;
  out["revision"] = revision ? Json(side.commit) : Json();
  out["name"] = revision ? side.name : words_for(side).en.substr(std::string_view("the ").size());
  return out;
}

}  // namespace

std::string difference_json(const BookDifference& all, const RecordFaults& faults) {
  using Change = RecordDifference::Change;
  Json out;
  out["version"] = version;
  out["format"] = 1;
  out["book"] = all.to.book.name().empty() ? all.from.book.name() : all.to.book.name();
  out["from"] = side_json(all.from);
  out["to"] = side_json(all.to);
  out["record_errors"] = faults.errors;
  out["unread"] = all.unread();
  out["changes"] = Json::array();
  for (const RecordDifference& record : all.records)
    out["changes"].push_back(difference_record_json(record));
  out["added"] = all.count(Change::added);
  out["removed"] = all.count(Change::removed);
  out["changed"] = all.count(Change::changed);
  out["files"] = all.files;
  return json::dump_masked(out);
}

}  // namespace lianxi
