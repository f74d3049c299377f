#include <algorithm>
#include <map>
#include <utility>

#include <lianxi/base/places.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/record_path.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/waivers.hpp>
#include <lianxi/schema/decoder.hpp>
#include <lianxi/schema/value_text.hpp>
#include <lianxi/schema/walk.hpp>
#include <lianxi/writing/list_alignment.hpp>
#include <lianxi/writing/record_value.hpp>

namespace lianxi LIANXI_EXPORT {

const RecordValue* RecordValue::entry(std::string_view name) const {
  const auto at = std::ranges::find(names, name);
  return at == names.end() ? nullptr : &items[std::size_t(at - names.begin())];
}

RecordValue* RecordValue::entry(std::string_view name) {
  return const_cast<RecordValue*>(std::as_const(*this).entry(name));
}

namespace {

void add(RecordValue& mapping, std::string_view name, RecordValue value) {
  mapping.names.emplace_back(name);
  mapping.items.push_back(std::move(value));
}

RecordValue scalar(std::string text) { return {.text = std::move(text)}; }

/// A mapping whose keys no table lists, such as severities by rule.
RecordValue mapping_of(const ValueType& type, const void* value, const Replacements* replaced) {
  RecordValue out{.kind = RecordValue::Kind::mapping};
  for (const MappingEntry& entry : mapping_entries(type, value))
    add(out, entry.key, value_of(*entry.type, entry.value, replaced));
  return out;
}

void add_fields(RecordValue& out, std::span<const Field> fields, const void* record,
                const Replacements* replaced) {
  for (const Field& field : fields) {
    const void* value = field.get(record);
    if (!value) continue;
    const bool listed = field.type->kind == ValueType::Kind::severities ||
                        field.type->kind == ValueType::Kind::list;
    if (field.type->standing && !standing_of(*field.type, value).given()) continue;
    RecordValue read = field.type->kind == ValueType::Kind::severities
                           ? mapping_of(*field.type, value, replaced)
                           : value_of(*field.type, value, replaced);
    if (listed && read.items.empty() && read.kind != RecordValue::Kind::unreadable) continue;
    add(out, field.en, std::move(read));
  }
}

}  // namespace

RecordValue value_of(const ValueType& type, const void* value, const Replacements* replaced) {
  if (type.kind == ValueType::Kind::record) return value_of(*type.record, value, replaced);
  const Standing standing = standing_of(type, value);
  if (!standing) return {.kind = RecordValue::Kind::unreadable};
  // A single word stands where the list does that it is all of.
  if (replaced && type.kind != ValueType::Kind::list)
    if (const auto other = replaced->find(standing.at()); other != replaced->end())
      return scalar(other->second);
  if (type.kind != ValueType::Kind::list) return scalar(plain_text(type, value));
  RecordValue out{.kind = RecordValue::Kind::list};
  for (std::size_t i = 0, n = type.count(value); i < n; ++i)
    out.items.push_back(value_of(*type.element, type.item(value, i), replaced));
  return out;
}

RecordValue value_of(const RecordType& type, const void* record, const Replacements* replaced) {
  RecordValue out{.kind = RecordValue::Kind::mapping};
  add_fields(out, type.fields, record, replaced);
  add_fields(out, fields_of_every_record(), record, replaced);
  const auto* own = static_cast<const Part*>(record)->own();
  if (!own) return out;
  std::map<std::string_view, std::string_view> sorted;
  for (const OwnField& field : own->fields) sorted.emplace(*field.name, field.value);
  for (const auto& [name, value] : sorted) add(out, name, scalar(std::string(trimmed(value))));
  return out;
}

RecordValue value_of(const ValueType& type, const DraftValue& draft) {
  using Kind = ValueType::Kind;
  if (type.kind == Kind::list) {
    RecordValue out{.kind = RecordValue::Kind::list};
    if (draft.kind != DraftValue::Kind::list) out.items.push_back(value_of(*type.element, draft));
    for (const DraftValue& item : draft.items) out.items.push_back(value_of(*type.element, item));
    return out;
  }
  if (draft.kind == DraftValue::Kind::mapping && !draft.mapping.empty())
    return value_of(draft.mapping.front());
  if (type.kind == Kind::record && type.record->short_form &&
      draft.kind == DraftValue::Kind::scalar) {
    RecordValue out{.kind = RecordValue::Kind::mapping};
    add(out, type.record->short_form->en, value_of(*type.record->short_form->type, draft));
    return out;
  }
  const auto text = plain_text_of(type, draft.text);
  return text ? scalar(*text) : RecordValue{.kind = RecordValue::Kind::unreadable};
}

static bool is_blank(const DraftValue& value) {
  if (value.kind == DraftValue::Kind::scalar) return value.text.empty();
  return value.kind == DraftValue::Kind::list && value.items.empty();
}

RecordValue value_of(const Draft& draft) {
  RecordValue out{.kind = RecordValue::Kind::mapping};
  for (const DraftField& field : draft.fields) {
    if (is_blank(field.value)) continue;
    const RecordValue value =
        field.field ? value_of(*field.field->type, field.value) : scalar(field.value.text);
    put_entry(out, *draft.type, field.field ? field.field->en : field.own_name, &value);
  }
  return out;
}

/// Where a field of that name stands among all that a record may have.
static std::size_t rank_of(const RecordType& type, std::string_view name) {
  const auto at = std::ranges::find(type.fields, name, &Field::en);
  if (at != type.fields.end()) return std::size_t(at - type.fields.begin());
  return name == "note" ? type.fields.size() : type.fields.size() + 1;
}

RecordValue by_short_form(const ValueType& element, const RecordValue& item) {
  const Field* field = element.record ? element.record->short_form : nullptr;
  const RecordValue* word =
      field && item.kind == RecordValue::Kind::mapping ? item.entry(field->en) : nullptr;
  if (!word) return item;
  RecordValue named{.kind = RecordValue::Kind::mapping};
  put_entry(named, *element.record, field->en, word);
  return named;
}

void put_entry(RecordValue& mapping, const RecordType& type, std::string_view name,
               const RecordValue* value) {
  const auto at = std::ranges::find(mapping.names, name) - mapping.names.begin();
  const bool there = at < std::ssize(mapping.names);
  if (there && value) {
    mapping.items[std::size_t(at)] = *value;
  } else if (there) {
    mapping.names.erase(mapping.names.begin() + at);
    mapping.items.erase(mapping.items.begin() + at);
  } else if (value) {
    const auto rank = rank_of(type, name);
    std::ptrdiff_t before = 0;
    while (before < std::ssize(mapping.names)) {
      const auto& other = mapping.names[std::size_t(before)];
      const auto other_rank = rank_of(type, other);
      if (other_rank > rank || (other_rank == rank && other > name)) break;
      ++before;
    }
    mapping.names.emplace(mapping.names.begin() + before, name);
    mapping.items.insert(mapping.items.begin() + before, *value);
  }
}

std::string in_one_line(const RecordValue& value) {
  using Kind = RecordValue::Kind;
  if (value.kind == Kind::scalar) return value.text;
  if (value.kind == Kind::unreadable) return "?";
  const bool map = value.kind == Kind::mapping;
  std::string out(1, map ? '{' : '[');
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    if (i > 0) out += ", ";
    if (map) out += value.names[i] + ": ";
    out += in_one_line(value.items[i]);
  }
  return out + (map ? '}' : ']');
}

std::vector<NamedValue> named_values(const Book& book) {
  std::vector<NamedValue> all;
  for (const Collection& collection : all_collections())
    for (std::size_t i = 0, n = collection.size(book); i < n; ++i) {
      const Part& part = collection.at(book, i);
      all.push_back({name_of_record(book, collection, i), collection.type,
                     path_of(book.sources(), part.at), value_of(*collection.type, &part)});
    }
  return all;
}

namespace {

/// Compares two values of one name, going into parts that both have.
class Comparer {
 public:
  std::vector<Difference> found = {};

  void records(const std::string& name, const RecordType& type, const RecordValue& before,
               const RecordValue& after, const std::string& prefix = {}) {
    if (before == after) return;
    const auto& names = before.names;
    for (std::size_t i = 0; i < names.size(); ++i)
      entry(name, type, prefix, names[i], &before.items[i], after.entry(names[i]));
    for (std::size_t i = 0; i < after.names.size(); ++i)
      if (!before.entry(after.names[i]))
        entry(name, type, prefix, after.names[i], nullptr, &after.items[i]);
  }

 private:
  void entry(const std::string& record, const RecordType& type, const std::string& prefix,
             const std::string& name, const RecordValue* before, const RecordValue* after) {
    if (before && after && *before == *after) return;
    const Field* field = find_field(type, name);
    const RecordType* parts =
        field && field->type->element ? field->type->element->record : nullptr;
    const RecordType* mapping = field ? field->type->record : nullptr;
    if (mapping && before && after)
      return records(record, *mapping, *before, *after, prefix + name + ".");
    if (parts && is_list(before) && is_list(after))
      return part_list(record + "/" + with_slashes(prefix) + name, *parts, before, after);
    found.push_back({record, prefix + name, before, after});
  }

  static std::string with_slashes(std::string prefix) {
    std::ranges::replace(prefix, '.', '/');
    return prefix;
  }

  static bool is_list(const RecordValue* value) {
    return !value || value->kind == RecordValue::Kind::list;
  }

  using Items = std::vector<RecordValue>;

  static const Items& items_of(const RecordValue* list) {
    static const Items none;
    return list ? list->items : none;
  }

  /// A part with an id is named by that, another by its number.
  static std::string name_of_part(const RecordType& type, const Items& items, std::size_t at) {
    const RecordValue* id = type.identify ? items[at].entry("id") : nullptr;
    return id ? id->text : std::to_string(at + 1);
  }

  void part_list(const std::string& list, const RecordType& type, const RecordValue* before,
                 const RecordValue* after) {
    const Items &old = items_of(before), &now = items_of(after);
    for (const auto& [was, is] : align(&type, old, now)) {
      const std::string name =
          list + "/" + (is ? name_of_part(type, now, *is) : name_of_part(type, old, *was));
      if (was && is)
        records(name, type, old[*was], now[*is]);
      else
        found.push_back({name, "", was ? &old[*was] : nullptr, is ? &now[*is] : nullptr});
    }
  }
};

}  // namespace

/// What a record is known by in another book. A waiver is named by where it stands, so it is known
/// by what it waives.
static std::string known_by(const NamedValue& one) {
  if (one.type != &Waiver::type) return one.name;
  std::string known(one.type->en);
  for (const std::string_view field : {"rule", "record"})
    if (const RecordValue* value = one.value.entry(field)) known += " " + value->text;
  return known;
}

/// Of each record what it is in another book; null where it is gone. Where a name is given twice,
/// those that are the same stay together.
static std::vector<const NamedValue*> others_of(const std::vector<NamedValue>& before,
                                                const std::vector<NamedValue>& after) {
  std::multimap<std::string, const NamedValue*> now;
  for (const NamedValue& one : after) now.emplace(known_by(one), &one);
  std::vector<const NamedValue*> others(before.size());
  const auto pair = [&](bool only_equal) {
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (others[i]) continue;
      const auto [first, last] = now.equal_range(known_by(before[i]));
      const auto at = std::find_if(first, last, [&](const auto& other) {
        return !only_equal || other.second->value == before[i].value;
      });
      if (at == last) continue;
      others[i] = at->second;
      now.erase(at);
    }
  };
  pair(true);
  pair(false);
  return others;
}

std::vector<Difference> differences(const std::vector<NamedValue>& before,
                                    const std::vector<NamedValue>& after) {
  const auto others = others_of(before, after);
  std::vector<bool> met(after.size());
  Comparer comparer;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (!others[i]) {
      comparer.found.push_back({before[i].name, "", &before[i].value, nullptr});
      continue;
    }
    comparer.records(others[i]->name, *before[i].type, before[i].value, others[i]->value);
    met[std::size_t(others[i] - after.data())] = true;
  }
  for (std::size_t i = 0; i < after.size(); ++i)
    if (!met[i]) comparer.found.push_back({after[i].name, "", nullptr, &after[i].value});
  return comparer.found;
}

}  // namespace lianxi
