// The fields of drafts by their names.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/drafts/drafts.hpp>
#include <lianxi/schema/decoder.hpp>

namespace lianxi {

inline DraftField text_field(const RecordType& type, std::string_view name, std::string text) {
  return {.field = find_field(type, name), .value = {.text = std::move(text)}};
}

/// A blank that must be filled.
inline DraftField blank_field(const DraftCase& c, const RecordType& type, std::string_view name) {
  DraftField field = text_field(type, name, {});
  field.comment = c.language == Language::zh ? "必填" : "required";
  return field;
}

inline DraftField list_field(const RecordType& type, std::string_view name,
                             const std::vector<std::string>& words) {
  DraftField field{.field = find_field(type, name), .value = {.kind = DraftValue::Kind::list}};
  for (const std::string& word : words) field.value.items.push_back({.text = word});
  return field;
}

inline DraftField parts_field(const RecordType& type, std::string_view name,
                              std::vector<Draft> parts) {
  DraftField field{.field = find_field(type, name), .value = {.kind = DraftValue::Kind::list}};
  for (Draft& part : parts)
    field.value.items.push_back({.kind = DraftValue::Kind::mapping, .mapping = {std::move(part)}});
  return field;
}

inline DraftField mapping_field(const RecordType& type, std::string_view name, Draft inner) {
  return {.field = find_field(type, name),
          .value = {.kind = DraftValue::Kind::mapping, .mapping = {std::move(inner)}}};
}

/// Fills the field of that name, which the draft has.
inline void set_text(Draft& draft, std::string_view name, const std::string& text) {
  for (DraftField& field : draft.fields)
    if (field.field && field.field->en == name) {
      field.value.text = text;
      field.comment.clear();
    }
}

/// A word of a choice in the language of the draft.
inline std::string word_in(const DraftCase& c, const Word& word) {
  return std::string(c.language == Language::zh ? word.zh : word.en);
}

/// The ids of a collection's records, in the order of the book.
std::vector<std::string> ids_of(const Book&, const Collection&);

}  // namespace lianxi
