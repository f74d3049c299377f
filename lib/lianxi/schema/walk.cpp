#include <lianxi/schema/walk.hpp>

namespace lianxi {

std::string PartChain::name() const {
  const auto own = segment_of(type, part);
  if (!outer) return own.empty() ? std::string(type.en) : own;  // the alliance has no id
  const auto around = outer->name();
  return own.empty() ? around : around + "/" + own;
}

static bool may_hold(const ValueType& type, bool (*wanted)(const ValueType&)) {
  if (type.kind == ValueType::Kind::record) return !fields_with(*type.record, wanted).empty();
  return type.element ? may_hold(*type.element, wanted) : wanted(type);
}

std::vector<const Field*> fields_with(const RecordType& type, bool (*wanted)(const ValueType&)) {
  std::vector<const Field*> fields;
  const auto choose = [&](const Field& field) {
    if (may_hold(*field.type, wanted)) fields.push_back(&field);
  };
  for (const Field& field : type.fields) choose(field);
  for (const Field& field : fields_of_every_record()) choose(field);
  choose(own_field());
  return fields;
}

}  // namespace lianxi
