#include <algorithm>

#include <lianxi/base/utf8.hpp>
#include <lianxi/writing/field_edits.hpp>

namespace lianxi {

Language language_of_keys(const LayoutNode& map, Language otherwise) {
  int chinese = 0, english = 0;
  for (const LayoutNode& child : map.children) ++(is_ascii(child.key) ? english : chinese);
  if (chinese == english) return otherwise;
  return chinese > english ? Language::zh : Language::en;
}

std::optional<std::size_t> dash_offset_in(std::string_view bytes, const LayoutNode& node) {
  for (const LayoutNode& child : node.children) {
    if (child.kind == Node::Kind::list && !child.is_flow && !child.children.empty() &&
        child.key_end > 0) {
      const auto key = column_of(bytes, child.key_start);
      const auto dash = column_of(bytes, child.children.front().dash);
      return dash >= key ? dash - key : 0;
    }
    if (const auto below = dash_offset_in(bytes, child); below) return below;
  }
  return std::nullopt;
}

std::size_t place_in_table(const RecordType& type, const Field* field) {
  const auto at =
      std::ranges::find_if(type.fields, [&](const Field& one) { return &one == field; });
  return std::size_t(at - type.fields.begin());
}

namespace {

/// Fields of a mapping in the order of the table: the last one written that comes before.
const LayoutNode* entry_before(const LayoutNode& map, const RecordType& type, const Field& field) {
  const auto place = place_in_table(type, &field);
  const LayoutNode* before = nullptr;
  for (const LayoutNode& child : map.children)
    if (place_in_table(type, find_field(type, child.key)) < place) before = &child;
  return before;
}

DraftValue list_of(const DraftValue& value) {
  if (value.kind == DraftValue::Kind::list) return value;
  return {.kind = DraftValue::Kind::list, .items = {value}};
}

FieldEdit::Edits one(TextEdit edit) { return std::vector<TextEdit>{std::move(edit)}; }

std::size_t index_of(const LayoutNode& map, const LayoutNode& entry) {
  return std::size_t(&entry - map.children.data());
}

/// The mappings from a field down to the value, as one draft.
DraftField nested(const FieldChange& change, std::size_t depth) {
  DraftField field{.field = change.fields.back(), .value = change.value};
  if (change.kind == FieldChange::Kind::add) field.value = list_of(change.value);
  for (std::size_t i = change.fields.size() - 1; i > depth; --i) {
    Draft draft{.type = change.fields[i - 1]->type->record, .fields = {std::move(field)}};
    field = {.field = change.fields[i - 1],
             .value = {.kind = DraftValue::Kind::mapping, .mapping = {std::move(draft)}}};
  }
  return field;
}

}  // namespace

FieldEdit::Edits FieldEdit::edits(const LayoutNode& node, const RecordType& type,
                                  const FieldChange& change) const {
  if (change.fields.empty()) return own_field(node, change);
  return in_mapping(node, type, change, 0);
}

FieldEdit::Edits FieldEdit::own_field(const LayoutNode& map, const FieldChange& change) const {
  if (map.kind != Node::Kind::map) return std::nullopt;
  const LayoutNode* entry = map.entry(change.own_name, change.own_name);
  const bool clear = change.kind == FieldChange::Kind::clear;
  if (!entry && clear) return std::vector<TextEdit>{};
  if (clear) return one(editor_.remove_entry(map, index_of(map, *entry)));
  const DraftField field{.own_name = change.own_name, .value = change.value};
  if (!entry) return one(editor_.insert_entry(map, nullptr, field, language_, dash_offset_));
  return one(editor_.replace_value(map, *entry, field, language_));
}

/// The mapping of a dotted name may have to be made, or be empty as yet.
FieldEdit::Edits FieldEdit::in_mapping(const LayoutNode& map, const RecordType& type,
                                       const FieldChange& change, std::size_t depth) const {
  const Field& field = *change.fields[depth];
  if (map.kind == Node::Kind::scalar && type.short_form)
    return from_short_form(map, type, field, change, depth);
  if (map.kind != Node::Kind::map) return std::nullopt;
  const LayoutNode* entry = map.entry(field.en, field.zh);
  if (depth + 1 == change.fields.size()) return last_field(map, entry, type, change);
  if (entry && entry->kind == Node::Kind::map)
    return in_mapping(*entry, *field.type->record, change, depth + 1);
  const bool takes =
      change.kind == FieldChange::Kind::clear || change.kind == FieldChange::Kind::take;
  if (takes) return std::vector<TextEdit>{};
  if (entry && entry->kind != Node::Kind::null) return std::nullopt;
  return put(map, entry, type, nested(change, depth));
}

/// A word that stands for a part becomes a mapping.
FieldEdit::Edits FieldEdit::from_short_form(const LayoutNode& word, const RecordType& type,
                                            const Field& field, const FieldChange& change,
                                            std::size_t depth) const {
  if (depth + 1 != change.fields.size()) return std::nullopt;
  if (field.en == type.short_form->en && change.kind == FieldChange::Kind::set)
    return one(editor_.replace_scalar(word, change.value.text, true, 0));
  if (change.kind == FieldChange::Kind::clear) return std::vector<TextEdit>{};
  Draft draft{.type = &type};
  draft.fields.push_back({.field = type.short_form, .value = {.text = word.text}});
  draft.fields.push_back({.field = &field, .value = change.value});
  return one({word.start, word.end - word.start, flow_value(draft, language_)});
}

FieldEdit::Edits FieldEdit::last_field(const LayoutNode& map, const LayoutNode* entry,
                                       const RecordType& type, const FieldChange& change) const {
  using Kind = FieldChange::Kind;
  const DraftField field{.field = change.fields.back(), .value = change.value};
  switch (change.kind) {
    case Kind::clear:
      if (!entry) return std::vector<TextEdit>{};
      return one(editor_.remove_entry(map, index_of(map, *entry)));
    case Kind::add:
      return add(map, entry, type, field);
    case Kind::take:
      return take(map, entry, field);
    case Kind::set:
      break;
  }
  return put(map, entry, type, field);
}

FieldEdit::Edits FieldEdit::put(const LayoutNode& map, const LayoutNode* entry,
                                const RecordType& type, const DraftField& field) const {
  if (!entry)
    return one(editor_.insert_entry(map, entry_before(map, type, *field.field), field, language_,
                                    dash_offset_));
  // Lines below a key that had nothing yet: the entry is written anew.
  const bool lines = !map.is_flow && entry->kind == Node::Kind::null &&
                     field.value.kind != DraftValue::Kind::scalar;
  if (lines && entry->end == entry->start) return below_key(map, *entry, field);
  return one(editor_.replace_value(map, *entry, field, language_));
}

FieldEdit::Edits FieldEdit::below_key(const LayoutNode& map, const LayoutNode& entry,
                                      const DraftField& field) const {
  const auto text = editor_.lines_of_value(map, field, language_, dash_offset_);
  const std::size_t at =
      text.starts_with(' ') ? entry.start : line_end(editor_.bytes(), entry.key_end);
  return one({at, 0, text});
}

FieldEdit::Edits FieldEdit::add(const LayoutNode& map, const LayoutNode* entry,
                                const RecordType& type, DraftField field) const {
  field.value = list_of(field.value);
  const bool empty = !entry || entry->kind == Node::Kind::null;
  if (empty) return put(map, entry, type, field);
  if (entry->kind == Node::Kind::scalar && field.value.items.size() == 1)
    return one(editor_.extend_single(*entry, field.value.items.front(), language_));
  if (entry->kind != Node::Kind::list) return std::nullopt;
  return one(editor_.append_items(*entry, field.value.items, language_, dash_offset_, false));
}

FieldEdit::Edits FieldEdit::take(const LayoutNode& map, const LayoutNode* entry,
                                 const DraftField& field) const {
  if (!entry || entry->kind == Node::Kind::null) return std::vector<TextEdit>{};
  const ValueType& element = *field.field->type->element;
  std::vector<RecordValue> wanted;
  for (const DraftValue& item : list_of(field.value).items)
    wanted.push_back(value_of(element, item));
  const Field* short_form = element.record ? element.record->short_form : nullptr;
  // What is written at length is called by the word that it could be written as.
  const auto word_of = [&](const LayoutNode& node) -> const LayoutNode* {
    if (node.kind != Node::Kind::map || !short_form) return &node;
    const LayoutNode* word = node.entry(short_form->en, short_form->zh);
    return word ? word : &node;
  };
  const auto is_wanted = [&](const LayoutNode& node) {
    const LayoutNode& word = *word_of(node);
    if (word.kind != Node::Kind::scalar) return false;
    const RecordValue value = value_of(element, DraftValue{.text = word.text});
    return std::ranges::find(wanted, value) != wanted.end();
  };
  if (entry->kind == Node::Kind::scalar)
    return is_wanted(*entry) ? one(editor_.remove_entry(map, index_of(map, *entry)))
                             : std::vector<TextEdit>{};
  if (entry->kind != Node::Kind::list) return std::nullopt;
  std::vector<std::size_t> taken;
  for (std::size_t i = 0; i < entry->children.size(); ++i)
    if (is_wanted(entry->children[i])) taken.push_back(i);
  if (taken.size() == entry->children.size() && !taken.empty())
    return one(editor_.remove_entry(map, index_of(map, *entry)));
  if (taken.size() > 1) return std::nullopt;  // commas may be shared: one at a time
  std::vector<TextEdit> all;
  all.reserve(taken.size());
  for (const std::size_t index : taken) all.push_back(editor_.remove_item(*entry, index));
  return all;
}

}  // namespace lianxi
