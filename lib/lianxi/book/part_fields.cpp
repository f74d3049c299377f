#include <lianxi/book/part_fields.hpp>

namespace lianxi {

std::string_view take_segment(std::string_view& rest) {
  const auto slash = rest.find('/');
  const auto segment = rest.substr(0, slash);
  rest = slash == rest.npos ? std::string_view() : rest.substr(slash + 1);
  return segment;
}

const RecordType* type_of_parts(const Field& field) {
  return field.type->element ? field.type->element->record : field.type->record;
}

const Field* field_of_parts(const RecordType& type, std::string_view word) {
  const auto is_called = [&](const auto& named) { return word == named.en || word == named.zh; };
  for (const Field& field : type.fields)
    if (type_of_parts(field) && is_called(field)) return &field;
  for (const Field& field : type.fields)
    if (type_of_parts(field) && is_called(*type_of_parts(field))) return &field;
  return nullptr;
}

}  // namespace lianxi
