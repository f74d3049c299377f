#include <lianxi/book/record_title.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

/// Fields that say in words what a record is, the best first.
static constexpr std::string_view title_fields[] = {
    "title", "name", "text", "theme", "item", "purpose", "overview", "reason", "finding"};

std::string_view title_of(const RecordType& type, const Part& part) {
  for (const std::string_view name : title_fields) {
    const Field* field = find_field(type, name);
    if (!field || field->type->kind != ValueType::Kind::text) continue;
    if (const auto& text = *static_cast<const Text*>(field->get(&part)); text) return *text;
  }
  return {};
}

}  // namespace lianxi
