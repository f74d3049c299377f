#include <algorithm>
#include <fmt/format.h>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/utf8.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/unit_ids.hpp>
#include <lianxi/schema/decoder.hpp>
#include <lianxi/writing/assignments.hpp>
#include <lianxi/writing/document_layout.hpp>
#include <lianxi/writing/field_edits.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

bool is_own(std::string_view name) { return name.starts_with("x-") || name.starts_with("另-"); }

Error usage(Message message, Message hint = {}) {
  return Error(std::move(message), std::move(hint), Error::Cause::usage);
}

std::vector<std::string_view> names_of(const RecordType& type, std::string_view word) {
  std::vector<std::string_view> names;
  const bool english = is_ascii(word);
  for (const Field& field : type.fields) names.push_back(english ? field.en : field.zh);
  names.push_back(english ? "note" : "备注");
  return names;
}

std::string listed(const std::vector<std::string_view>& names) {
  std::string out;
  for (const auto name : names) out += (out.empty() ? "" : ", ") + std::string(name);
  return out;
}

/// The field that the word means, also by another word that people use for it.
const Field& field_named(const RecordType& type, std::string_view word) {
  if (const Field* field = find_field(type, word)) return *field;
  for (const Field& field : type.fields)
    if (std::ranges::find(field.other_words, word) != field.other_words.end() && !word.empty())
      return field;
  const auto names = names_of(type, word);
  const auto near = nearest(word, names);
  throw usage(say({"{} have no field “{}”", "{}没有“{}”这一项"}, Bilingual{type.en, type.zh},
                  printable(word)),
              near.empty() ? say({"they have: {}", "可用：{}"}, listed(names))
                           : say({"did you mean {}?", "是不是 {}？"}, near));
}

std::string unit_id(const Book& book, const ValueType& type, std::string_view text) {
  const bool names_unit =
      (type.kind == ValueType::Kind::ref &&
       (type.target == Target::unit || type.target == Target::unit_or_committee));
  const Unit* unit = names_unit ? book.unit_by_any_name(text) : nullptr;
  return std::string(unit ? id_of(*unit) : text);
}

/// What parts several references on one line; a text may hold any of these.
std::vector<std::string_view> parted(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    std::size_t end = text.size(), size = 0;
    for (const std::string_view sign : {",", "，", "、", ";", "；"})
      if (const auto found = text.find(sign, at); found < end) end = found, size = sign.size();
    if (const auto part = trimmed(text.substr(at, end - at)); !part.empty()) parts.push_back(part);
    if (size == 0) break;
    at = end + size;
  }
  return parts;
}

DraftValue from_layout(const Book& book, const ValueType& type, const LayoutNode& node);

Draft draft_from(const Book& book, const RecordType& type, const LayoutNode& map) {
  Draft draft{.type = &type};
  for (const LayoutNode& entry : map.children) {
    if (is_own(entry.key)) {
      draft.fields.push_back({.own_name = entry.key, .value = {.text = entry.text}});
      continue;
    }
    const Field& field = field_named(type, entry.key);
    draft.fields.push_back({.field = &field, .value = from_layout(book, *field.type, entry)});
  }
  return draft;
}

DraftValue from_layout(const Book& book, const ValueType& type, const LayoutNode& node) {
  if (node.kind == Node::Kind::map && type.record)
    return {.kind = DraftValue::Kind::mapping, .mapping = {draft_from(book, *type.record, node)}};
  if (type.kind == ValueType::Kind::list) {
    DraftValue list{.kind = DraftValue::Kind::list};
    if (node.kind != Node::Kind::list) list.items.push_back(from_layout(book, *type.element, node));
    if (node.kind == Node::Kind::list)
      for (const LayoutNode& item : node.children)
        list.items.push_back(from_layout(book, *type.element, item));
    return list;
  }
  return {.text = unit_id(book, type, node.text)};
}

/// A list or mapping in brackets; nothing where the text is no such thing.
std::optional<DraftValue> in_brackets(const Book& book, const ValueType& type,
                                      std::string_view text) {
  const bool list =
      type.kind == ValueType::Kind::list && text.starts_with('[') && text.ends_with(']');
  const bool has_parts = type.record || (type.element && type.element->record);
  const bool map = has_parts && text.starts_with('{') && text.ends_with('}');
  if (!list && !map) return std::nullopt;
  const auto documents = layout_of("value: " + std::string(text) + "\n");
  if (documents.size() != 1 || !documents[0].is_read || documents[0].root.children.size() != 1)
    throw usage(say({"“{}” cannot be read as YAML", "“{}”不是可读的 YAML"}, printable(text)));
  return from_layout(book, type, documents[0].root.children[0]);
}

/// The fields of a mapping, as they are written on the command line.
Message parts_of(const RecordType& type) {
  Message parts;
  for (const Field& field : type.fields) {
    parts.en += fmt::format("{}.{}=…", parts.en.empty() ? "" : ", ", field.en);
    parts.zh += fmt::format("{}.{}=…", parts.zh.empty() ? "" : "、", field.zh);
  }
  return parts;
}

/// A dot behind what has no fields; entries of a list have, and are named by their number.
Error no_parts(const Field& field) {
  const bool has_entries = field.type->element && field.type->element->record;
  if (!has_entries)
    return usage(say({"“{}” has no parts", "“{}”没有下级项"}, Bilingual{field.en, field.zh}));
  return usage(say({"“{}” is a list: say which of it", "“{}”是列表，请写明是其中哪一条"},
                   Bilingual{field.en, field.zh}),
               say({"set RECORD/{0}/1 FIELD=VALUE changes its first entry",
                    "改第一条请写 set 记录/{1}/1 项=值"},
                   field.en, field.zh));
}

}  // namespace

DraftValue draft_value(const Book& book, const ValueType& type, std::string_view written) {
  const auto text = trimmed(written);
  if (auto value = in_brackets(book, type, text)) return std::move(*value);
  if (type.record && type.kind != ValueType::Kind::list && !type.record->short_form)
    throw usage(
        say({"“{}” stands where a mapping belongs", "“{}”写在了映射的位置"}, printable(text)),
        say({"name one of its fields with a dot before it: {}", "请用点号写到其中的项：{}"},
            parts_of(*type.record)));
  if (type.kind != ValueType::Kind::list) return {.text = unit_id(book, type, text)};
  DraftValue list{.kind = DraftValue::Kind::list};
  const bool several = type.element->kind == ValueType::Kind::ref || type.element->record;
  if (!several) {
    list.items.push_back({.text = std::string(text)});
    return list;
  }
  const RecordType* parts = type.element->record;
  if (parts && !parts->short_form)
    throw usage(say({"{} are mappings: write {{…}}", "{}是映射，请写成 {{…}}"},
                    Bilingual{parts->en, parts->zh}));
  const ValueType& word = parts ? *parts->short_form->type : *type.element;
  for (const auto part : parted(text)) list.items.push_back({.text = unit_id(book, word, part)});
  return list;
}

Assignment read_assignment(const Book& book, const RecordType& type, std::string_view written) {
  const auto equals = written.find('=');
  const bool has_name = equals != written.npos && written.find_first_not_of("+-") < equals;
  if (!has_name)
    throw usage(say({"“{}” is not FIELD=VALUE", "“{}”不是 字段=值"}, printable(written)));
  Assignment out;
  auto name = written.substr(0, equals);
  const auto value = written.substr(equals + 1);
  if (name.ends_with('+')) out.kind = FieldChange::Kind::add;
  if (name.ends_with('-')) out.kind = FieldChange::Kind::take;
  if (out.kind != FieldChange::Kind::set) name.remove_suffix(1);
  const bool empty = trimmed(value).empty();
  if (out.kind == FieldChange::Kind::set && empty) out.kind = FieldChange::Kind::clear;
  if (is_own(name)) {
    if (name.find('.') != name.npos)
      throw usage(say({"“{}”: what stands inside a field of your own is changed in the file",
                       "“{}”：自定项里面的内容请在文件中修改"},
                      printable(name)));
    out.own_name = name;
    out.value.text = trimmed(value);
    return out;
  }
  const RecordType* inner = &type;
  while (!name.empty()) {
    const auto dot = std::min(name.find('.'), name.size());
    const Field& field = field_named(*inner, name.substr(0, dot));
    out.fields.push_back(&field);
    name.remove_prefix(std::min(dot + 1, name.size()));
    if (name.empty()) break;
    if (!field.type->record) throw no_parts(field);
    inner = field.type->record;
  }
  const Field& field = *out.fields.back();
  const bool of_list = out.kind == FieldChange::Kind::add || out.kind == FieldChange::Kind::take;
  if (of_list && field.type->kind != ValueType::Kind::list)
    throw usage(say({"“{}” is no list: write {}=VALUE", "“{}”不是列表，请写 {}=值"},
                    Bilingual{field.en, field.zh}, Bilingual{field.en, field.zh}));
  if (of_list && empty)
    throw usage(say({"“{}”: there is nothing to add or take", "“{}”：没有写明内容"},
                    Bilingual{field.en, field.zh}));
  if (field.type->kind == ValueType::Kind::severities && !empty)
    throw usage(
        say({"“{}” is to be changed by hand", "“{}”请手工修改"}, Bilingual{field.en, field.zh}));
  if (!empty) out.value = draft_value(book, *field.type, value);
  return out;
}

/// Of two of them for one field the later would win over the earlier unseen.
static bool contradict(const Assignment& one, const Assignment& other) {
  const bool sets = one.kind == FieldChange::Kind::set || other.kind == FieldChange::Kind::set;
  return sets && one.fields == other.fields && one.own_name == other.own_name;
}

std::vector<Assignment> read_assignments(const Book& book, const RecordType& type,
                                         std::span<const std::string> written) {
  std::vector<Assignment> all;
  for (const std::string& one : written) {
    Assignment read = read_assignment(book, type, one);
    for (const Assignment& earlier : all)
      if (contradict(earlier, read))
        throw usage(say({"“{}”: that field is given twice", "“{}”：该项给了两次"}, printable(one)),
                    say({"leave one of them out", "请去掉其中一个"}));
    all.push_back(std::move(read));
  }
  return all;
}

FieldChange change_of(const RecordPath& target, Assignment assignment) {
  return {assignment.kind, target, std::move(assignment.fields), std::move(assignment.own_name),
          std::move(assignment.value)};
}

/// The field of a draft, made at its place in the table where it is not there.
static DraftField& field_in(Draft& draft, const Field& field) {
  const auto place = [&](const Field* one) { return place_in_table(*draft.type, one); };
  for (DraftField& one : draft.fields)
    if (one.field == &field) return one;
  auto at = draft.fields.begin();
  while (at != draft.fields.end() && place(at->field) <= place(&field)) ++at;
  return *draft.fields.insert(at, DraftField{.field = &field});
}

void put(Draft& draft, const Assignment& assignment) {
  if (assignment.fields.empty()) {
    draft.fields.push_back({.own_name = assignment.own_name, .value = assignment.value});
    return;
  }
  Draft* inner = &draft;
  for (std::size_t i = 0; i + 1 < assignment.fields.size(); ++i) {
    const Field& field = *assignment.fields[i];
    DraftValue& value = field_in(*inner, field).value;
    value.kind = DraftValue::Kind::mapping;
    if (value.mapping.empty()) value.mapping.push_back({.type = field.type->record});
    inner = &value.mapping.front();
  }
  DraftField& field = field_in(*inner, *assignment.fields.back());
  field.comment.clear();
  field.lines_below.clear();
  if (assignment.kind != FieldChange::Kind::add) {
    field.value = assignment.value;
    return;
  }
  field.value.kind = DraftValue::Kind::list;
  field.value.items.insert(field.value.items.end(), assignment.value.items.begin(),
                           assignment.value.items.end());
}

}  // namespace lianxi
