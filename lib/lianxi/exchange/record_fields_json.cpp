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

/// A mapping whose keys no table lists, such as severities by rule.
Json mapping_json(const ValueType& type, const void* value) {
  Json json = Json::object();
  for (const MappingEntry& entry : mapping_entries(type, value))
    if (standing_of(*entry.type, entry.value))
      json[std::string(entry.key)] = plain_text(*entry.type, entry.value);
  return json;
}

Json field_value_json(const ValueType&, const void* value);

Json field_list_json(const ValueType& type, const void* list) {
  Json all = Json::array();
  for (std::size_t i = 0, n = type.count(list); i < n; ++i)
    all.push_back(field_value_json(*type.element, type.item(list, i)));
  return all;
}

Json field_count_json(Count number) {
  return {{"value", number.value}, {"qualifier", word_of(number.qualifier)}};
}

/// A count or an amount.
Json field_quantity_json(const Quantity& quantity) {
  if (quantity.hundredths % 100 != 0) return plain(Amount{quantity.hundredths});
  return field_count_json({quantity.hundredths / 100, quantity.qualifier});
}

Json field_value_json(const ValueType& type, const void* value) {
  using Of = ValueType::Kind;
  if (type.kind == Of::list) return field_list_json(type, value);
  if (type.kind == Of::severities) return mapping_json(type, value);
  if (!value || !standing_of(type, value)) return nullptr;
  switch (type.kind) {
    case Of::record:
      return fields_of(*type.record, *static_cast<const Part*>(value));
    case Of::integer:
      return read_as<std::int32_t>(value);
    case Of::boolean:
      return read_as<bool>(value);
    case Of::count:
      return field_count_json(read_as<Count>(value));
    case Of::quantity:
      return field_quantity_json(read_as<Quantity>(value));
    default:
      return plain_text(type, value);
  }
}

}  // namespace

Json fields_of(const RecordType& type, const Part& part) {
  Json json = Json::object();
  const auto add = [&](const Field& field) {
    json[std::string(field.en)] = field_value_json(*field.type, field.get(&part));
  };
  for (const Field& field : type.fields) add(field);
  for (const Field& field : fields_of_every_record()) add(field);
  if (!part.own()) return json;
  for (const OwnField& own : part.own()->fields)
    json[std::string(own.name.value_or("x-?"))] = own.value;
  return json;
}

}  // namespace lianxi::json
