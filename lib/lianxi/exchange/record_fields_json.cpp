#include <lianxi/base/quantity.hpp>
#include <lianxi/exchange/plain_figure.hpp>
#include <lianxi/exchange/record_fields_json.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/claims.hpp>
#include <lianxi/schema/value_text.hpp>
#include <lianxi/schema/walk.hpp>

namespace lianxi::json {
namespace {

template <class T>
const T& read_as(const void* value) {
  return **static_cast<const Located<T>*>(value);
}

Json severities_json(const void* value) {
  Json json = Json::object();
  for (const SeverityEntry& entry : *static_cast<const Severities*>(value))
    if (entry.rule && entry.level)
      json[std::string(*entry.rule)] = severity_words[std::size_t(*entry.level)].en;
  return json;
}

Json value_json(const ValueType&, const void* value);

Json list_json(const ValueType& type, const void* list) {
  Json items = Json::array();
  for (std::size_t i = 0, n = type.count(list); i < n; ++i)
    items.push_back(value_json(*type.element, type.item(list, i)));
  return items;
}

Json count_json(Count count) {
  return {{"value", count.value}, {"qualifier", word_of(count.qualifier)}};
}

/// A count or an amount.
Json quantity_json(const Quantity& quantity) {
  if (quantity.hundredths % 100 != 0) return plain(Amount{quantity.hundredths});
  return count_json({quantity.hundredths / 100, quantity.qualifier});
}

Json value_json(const ValueType& type, const void* value) {
  using Kind = ValueType::Kind;
  if (type.kind == Kind::list) return list_json(type, value);
  if (!value || !standing_of(type, value)) return nullptr;
  switch (type.kind) {
    case Kind::record:
      return fields_of(*type.record, *static_cast<const Part*>(value));
    case Kind::severities:
      return severities_json(value);
    case Kind::integer:
      return read_as<std::int32_t>(value);
    case Kind::boolean:
      return read_as<bool>(value);
    case Kind::count:
      return count_json(read_as<Count>(value));
    case Kind::quantity:
      return quantity_json(read_as<Quantity>(value));
    default:
      return plain_text(type, value);
  }
}

}  // namespace

Json fields_of(const RecordType& type, const Part& part) {
  Json json = Json::object();
  const auto add = [&](const Field& field) {
    json[std::string(field.en)] = value_json(*field.type, field.get(&part));
  };
  for (const Field& field : type.fields) add(field);
  for (const Field& field : fields_of_every_record()) add(field);
  if (!part.own) return json;
  for (const OwnField& own : part.own->fields)
    json[std::string(own.name.value_or("x-?"))] = own.value;
  return json;
}

}  // namespace lianxi::json
