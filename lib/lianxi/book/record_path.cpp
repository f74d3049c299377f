#include <lianxi/base/words.hpp>
#include <lianxi/book/part_fields.hpp>
#include <lianxi/book/record_path.hpp>
#include <lianxi/records/waivers.hpp>
#include <lianxi/schema/decoder.hpp>

namespace lianxi LIANXI_EXPORT {

const Collection* collection_named(std::string_view name) {
  for (const Collection& collection : all_collections())
    if (name == collection.type->en || name == collection.type->zh) return &collection;
  return nullptr;
}

namespace {

std::optional<std::size_t> number_in(std::string_view word) {
  std::size_t number = 0;
  if (word.empty() || word.size() > 9) return std::nullopt;
  for (const char c : word) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + std::size_t(c - '0');
  }
  return number > 0 ? std::optional(number) : std::nullopt;
}

/// Goes down a name from a record, collecting every part that it may mean.
class Descent {
 public:
  std::vector<RecordPath> found = {};
  std::vector<PartListPath> lists = {};

  void go(const RecordPath& from, std::string_view rest) {
    if (rest.empty()) {
      found.push_back(from);
      return;
    }
    const Field* field = field_of_parts(*from.type, take_segment(rest));
    if (!field) return;
    const void* value = field->get(from.part);
    if (field->type->element)
      into_list(from, *field, value, rest);
    else if (value)
      go(below(from, *field, 0, value), rest);
  }

 private:
  static RecordPath below(RecordPath from, const Field& field, std::size_t index,
                          const void* part) {
    from.steps.push_back({&field, index});
    from.type = type_of_parts(field);
    from.part = static_cast<const Part*>(part);
    return from;
  }

  void into_list(const RecordPath& from, const Field& field, const void* list,
                 std::string_view rest) {
    if (rest.empty()) {
      lists.push_back({from, &field});
      return;
    }
    const auto word = take_segment(rest);
    const auto before = found.size();
    const RecordType& type = *type_of_parts(field);
    for (std::size_t i = 0, n = field.type->count(list); type.identify && i < n; ++i) {
      const void* item = field.type->item(list, i);
      if (type.identify(item) == word) go(below(from, field, i, item), rest);
    }
    const auto number = number_in(word);
    if (found.size() == before && number && *number <= field.type->count(list))
      go(below(from, field, *number - 1, field.type->item(list, *number - 1)), rest);
  }
};

Descent descent(const Book& book, std::string_view written) {
  Descent down;
  std::string buffer;
  std::string_view rest = mapped_id(written, buffer);
  const Collection* collection = collection_named(take_segment(rest));
  if (!collection) return down;
  const bool alone = collection->type->identify == nullptr && collection->type->en == "alliance";
  for (std::size_t i = 0, n = collection->size(book); i < n; ++i) {
    const RecordPath record = path_to(book, *collection, i);
    if (alone) {
      down.go(record, rest);
      continue;
    }
    const auto name = name_of_record(book, *collection, i).substr(collection->type->en.size() + 1);
    if (!rest.starts_with(name)) continue;
    if (rest.size() == name.size())
      down.go(record, {});
    else if (rest[name.size()] == '/')
      down.go(record, rest.substr(name.size() + 1));
  }
  return down;
}

}  // namespace

std::vector<RecordPath> records_named(const Book& book, std::string_view name) {
  return descent(book, name).found;
}

std::vector<PartListPath> part_lists_named(const Book& book, std::string_view name) {
  return descent(book, name).lists;
}

RecordPath path_to(const Book& book, const Collection& collection, std::size_t number) {
  return {&collection, number, {}, collection.type, &collection.at(book, number)};
}

std::string name_of_record(const Book& book, const Collection& collection, std::size_t number) {
  const Part& part = collection.at(book, number);
  if (collection.type == &Waiver::type) return book.name_of(static_cast<const Waiver&>(part));
  std::string name(collection.type->en);
  if (collection.type->identify) name += "/" + collection.type->identify(&part);
  return name;
}

std::string name_of(const Book& book, const RecordPath& path) {
  std::string name = name_of_record(book, *path.collection, path.number);
  const void* part = &path.collection->at(book, path.number);
  for (const PartStep& step : path.steps) {
    const void* value = step.field->get(part);
    const bool listed = step.field->type->element != nullptr;
    part = listed ? step.field->type->item(value, step.index) : value;
    name += "/" + std::string(step.field->en);
    if (!listed) continue;
    const RecordType& type = *type_of_parts(*step.field);
    const std::string id = type.identify ? type.identify(part) : std::string();
    name += "/" + (id.empty() || id == "?" ? std::to_string(step.index + 1) : id);
  }
  return name;
}

}  // namespace lianxi
