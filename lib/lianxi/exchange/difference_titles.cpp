#include <charconv>

#include <lianxi/book/record_path.hpp>
#include <lianxi/book/record_title.hpp>
#include <lianxi/exchange/difference_titles.hpp>
#include <lianxi/schema/spelling.hpp>
#include <lianxi/schema/value_text.hpp>

namespace lianxi {

PartFinder::PartFinder(const Book& book) {
  for (const Collection& collection : all_collections())
    for (std::size_t i = 0, n = collection.size(book); i < n; ++i)
      records_.try_emplace(name_of_record(book, collection, i),
                           FoundPart{collection.type, collection.type, &collection.at(book, i)});
}

namespace {

std::string_view take_word(std::string_view& rest) {
  const auto slash = std::min(rest.find('/'), rest.size());
  const auto word = rest.substr(0, slash);
  rest.remove_prefix(std::min(slash + 1, rest.size()));
  return word;
}

}  // namespace

/// The item of that id, else of that number from 1, or null.
const void* PartFinder::item(const Field& field, const void* list, std::string_view word) {
  const RecordType& type = *field.type->element->record;
  const std::size_t count = field.type->count(list);
  const auto [at, is_new] = lists_.try_emplace(list);
  for (std::size_t i = 0; is_new && type.identify && i < count; ++i)
    at->second.try_emplace(type.identify(field.type->item(list, i)), field.type->item(list, i));
  if (const auto found = at->second.find(std::string(word)); found != at->second.end())
    return found->second;
  std::size_t number = 0;
  std::from_chars(word.data(), word.data() + word.size(), number);
  return number > 0 && number <= count ? field.type->item(list, number - 1) : nullptr;
}

/// From a record or part to the part that the rest of a name leads to.
FoundPart PartFinder::below(FoundPart from, std::string_view rest) {
  while (from.part && !rest.empty()) {
    const Field* field = find_field(*from.type, take_word(rest));
    const bool listed = field && field->type->element && field->type->element->record;
    if (!field || !(listed || field->type->record)) return {from.collection};
    const void* value = field->get(from.part);
    from.type = listed ? field->type->element->record : field->type->record;
    from.part = static_cast<const Part*>(listed ? item(*field, value, take_word(rest)) : value);
  }
  return from;
}

FoundPart PartFinder::find(std::string_view name) {
  for (auto end = name.size();; end = name.rfind('/', end - 1)) {
    if (const auto at = records_.find(std::string(name.substr(0, end))); at != records_.end())
      return below(at->second, name.substr(std::min(end + 1, name.size())));
    if (const auto slash = name.substr(0, end).rfind('/'); slash == name.npos) break;
  }
  const Collection* collection = collection_named(name.substr(0, name.find('/')));
  return {collection ? collection->type : nullptr};
}

namespace {

bool names_a_unit(const ValueType& type) {
  return type.kind == ValueType::Kind::unit_or_name ||
         (type.kind == ValueType::Kind::ref &&
          (type.target == Target::unit || type.target == Target::unit_or_committee));
}

/// The value of the first field that is given and of such a type, or "".
template <class Suits>
std::string first_value(const RecordType& type, const Part& part, Suits suits) {
  for (const Field& field : type.fields)
    if (suits(*field.type))
      if (const void* value = field.get(&part); value && standing_of(*field.type, value))
        return plain_text(*field.type, value);
  return {};
}

}  // namespace

std::string title_of_part(const Book& book, const RecordType& type, const Part& part) {
  if (const auto title = title_of(type, part); !title.empty()) return std::string(title);
  const std::string day = first_value(
      type, part, [](const ValueType& value) { return value.kind == ValueType::Kind::date; });
  std::string whose = first_value(type, part, names_a_unit);
  if (const Unit* unit = book.unit(whose))
    whose = book.short_name_on(*unit, read_date(day).value_or(*Date::make(2199, 12, 31)));
  if (whose.empty() || day.empty()) return whose + day;
  return whose + " " + day;
}

}  // namespace lianxi
