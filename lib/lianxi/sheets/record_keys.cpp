#include <algorithm>

#include <lianxi/base/words.hpp>
#include <lianxi/book/unit_ids.hpp>
#include <lianxi/schema/value_text.hpp>
#include <lianxi/sheets/record_keys.hpp>

namespace lianxi {
namespace {

using Kind = ValueType::Kind;

/// The fields that make a record the one it is, where it has no id.
struct KeyFields {
  std::string_view collection;
  std::string_view fields[3];
  std::string_view otherwise[3];
};
constexpr KeyFields key_fields[] = {
    {"plans", {"year"}, {}},
    {"followups", {"meeting", "unit", "date"}, {}},
    {"summaries", {"period", "report", "unit"}, {"", "quarterly", ""}},
};

/// Two texts of a field are the same where they mean the same.
std::string meaning(const Book& book, const ValueType& type, std::string_view text) {
  if (type.kind == Kind::unit_or_name) {
    const Unit* unit = book.unit_by_any_name(text);
    return std::string(unit ? id_of(*unit) : text);
  }
  return plain_text_of(type, text).value_or(std::string(text));
}

std::string meaning_in_record(const Book& book, const ValueType& type, const void* value) {
  const auto text = plain_text(type, value);
  return type.kind == Kind::unit_or_name ? meaning(book, type, text) : text;
}

/// The value that a part's bare word would stand for.
const void* bare(const ValueType& element, const void* item, const ValueType*& type) {
  type = &element;
  if (element.kind != Kind::record || !element.record->short_form) return item;
  type = element.record->short_form->type;
  return element.record->short_form->get(item);
}

/// Units and committees have one set of ids.
bool shares_ids(const RecordType& a, const RecordType& b) {
  return (a.en == "units" && b.en == "committees") || (a.en == "committees" && b.en == "units");
}

std::string joined(const std::vector<std::string>& all) {
  std::string out;
  for (const auto& one : all) out += (out.empty() ? "" : ", ") + one;
  return out;
}

std::string list_in_record(const Book& book, const ValueType& list, const void* value) {
  std::vector<std::string> all;
  for (std::size_t i = 0, n = value ? list.count(value) : 0; i < n; ++i) {
    const ValueType* type = nullptr;
    const void* item = bare(*list.element, list.item(value, i), type);
    all.push_back(meaning_in_record(book, *type, item));
  }
  return joined(all);
}

std::string list_in_draft(const Book& book, const ValueType& list, const DraftValue& value) {
  const bool is_part = list.element->kind == Kind::record;
  const ValueType& type = is_part ? *list.element->record->short_form->type : *list.element;
  std::vector<std::string> all;
  for (const DraftValue& item : value.items) all.push_back(meaning(book, type, item.text));
  return joined(all);
}

}  // namespace

const DraftValue* value_in(const Draft& draft, std::string_view name) {
  for (const DraftField& field : draft.fields)
    if (field.field && field.field->en == name) return &field.value;
  return nullptr;
}

std::vector<Differing> differing(const Book& book, const Draft& draft, const void* record) {
  std::vector<Differing> all;
  for (const DraftField& one : draft.fields) {
    if (!one.field) continue;
    const ValueType& type = *one.field->type;
    const void* there = one.field->get(record);
    if (type.kind == Kind::record) {
      if (!there) all.push_back({one.field, std::string(one.field->en), ""});
      if (there)
        for (Differing& inner : differing(book, one.value.mapping.front(), there))
          all.push_back(std::move(inner));
      continue;
    }
    const bool is_list = type.kind == Kind::list;
    auto here =
        is_list ? list_in_draft(book, type, one.value) : meaning(book, type, one.value.text);
    auto known = is_list ? list_in_record(book, type, there) : meaning_in_record(book, type, there);
    if (here != known) all.push_back({one.field, std::move(here), std::move(known)});
  }
  return all;
}

KnownRecords::KnownRecords(const Book& book, const Collection& collection)
    : book_(book), collection_(collection) {
  for (std::size_t i = 0, n = collection.size(book); i < n; ++i) {
    const Part& part = collection.at(book, i);
    const std::string key = collection.type->identify ? collection.type->identify(&part) : "";
    if (!key.empty() && by_key_.emplace(key, &part).second) ids_.push_back(key);
  }
  for (const Collection& other : all_collections())
    if (shares_ids(*collection.type, *other.type))
      for (std::size_t i = 0, n = other.size(book); i < n; ++i)
        elsewhere_.insert(other.type->identify(&other.at(book, i)));
}

std::string KnownRecords::key_of(const Draft& draft) {
  if (const DraftValue* id = value_in(draft, "id")) return id->text;
  const auto found = std::ranges::find(key_fields, draft.type->en, &KeyFields::collection);
  if (found == std::end(key_fields)) return {};
  std::string key;
  for (std::size_t i = 0; i < std::size(found->fields) && !found->fields[i].empty(); ++i) {
    const DraftValue* value = value_in(draft, found->fields[i]);
    const std::string text = value ? value->text : std::string(found->otherwise[i]);
    if (!text.empty()) key += (key.empty() ? "" : "/") + text;
  }
  return key;
}

const Part* KnownRecords::of_key(const std::string& key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? nullptr : found->second;
}

const std::unordered_multimap<std::string, const Part*>& KnownRecords::by(
    const Field& field) const {
  const auto [entry, is_new] = by_field_.try_emplace(&field);
  for (std::size_t i = 0, n = is_new ? collection_.size(book_) : 0; i < n; ++i) {
    const Part& part = collection_.at(book_, i);
    entry->second.emplace(meaning_in_record(book_, *field.type, field.get(&part)), &part);
  }
  return entry->second;
}

const Part* KnownRecords::equal_to(const Draft& draft) const {
  for (const DraftField& one : draft.fields) {
    if (!one.field || one.value.kind != DraftValue::Kind::scalar) continue;
    const auto [first, last] =
        by(*one.field).equal_range(meaning(book_, *one.field->type, one.value.text));
    for (auto at = first; at != last; ++at)
      if (differing(book_, draft, at->second).empty()) return at->second;
    return nullptr;
  }
  return nullptr;
}

}  // namespace lianxi
