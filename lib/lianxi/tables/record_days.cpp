#include <lianxi/records/events.hpp>
#include <lianxi/records/summaries.hpp>
#include <lianxi/schema/value.hpp>
#include <lianxi/tables/record_days.hpp>

namespace lianxi {
namespace {

constexpr std::string_view naming_days[] = {"until", "date", "year", "period"};

/// The field by which records of the type have their day; null where they have none.
const Field* day_field(const RecordType& type, std::string_view name) {
  const bool of_event = &type == &Event::type;
  if (name == "until" && !of_event) return nullptr;  // elsewhere something ends then
  if (name == "period" && &type != &Summary::type) return nullptr;
  for (const Field& field : type.fields)
    if (field.en == name) return &field;
  return nullptr;
}

std::optional<Period> days_in(const Field& field, const Part& part, Date as_of) {
  const void* value = field.get(&part);
  if (field.type->kind == ValueType::Kind::date) {
    const auto& date = *static_cast<const Located<Date>*>(value);
    return date ? std::optional(Period{*date, *date}) : std::nullopt;
  }
  if (field.type->kind == ValueType::Kind::integer) {
    const auto& year = *static_cast<const Located<std::int32_t>*>(value);
    if (!year) return std::nullopt;
    return SpanOfTime{Span::year, *year, 1}.period();
  }
  const auto& text = *static_cast<const Text*>(value);
  return text ? read_period(*text, as_of) : std::nullopt;
}

}  // namespace

bool has_days(const TableKind& kind) {
  for (const TableLevel& level : kind.levels)
    for (const auto name : naming_days)
      if (day_field(*level.type, name)) return true;
  return false;
}

std::optional<Period> days_of(const TableKind& kind, const TableRow& row, Date as_of) {
  for (std::size_t level = row.depth; level-- > 0;)
    for (const auto name : naming_days) {
      const Field* field = day_field(*kind.levels[level].type, name);
      if (!field) continue;
      if (const auto days = days_in(*field, *row.parts[level], as_of)) return days;
    }
  return std::nullopt;
}

}  // namespace lianxi
