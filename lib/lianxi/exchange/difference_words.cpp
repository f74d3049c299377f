#include <algorithm>

#include <lianxi/base/privacy.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/exchange/change_text.hpp>
#include <lianxi/exchange/difference_words.hpp>
#include <lianxi/writing/list_alignment.hpp>

namespace lianxi {
namespace {

/// Columns that an old and a new text may take to be shown whole, beside each other.
constexpr int most_whole = 60;
/// Code points of what is the same that are shown on either side of what is not.
constexpr std::size_t shown_around = 12;

/// A text of any number of lines as one.
std::string with_visible_breaks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n')
      out += "↵";
    else if (c != '\r')
      out += c;
  }
  return out;
}

std::string scalar_for_people(const std::string& text, const ValueType* type, Language language) {
  if (type && type->rewrite)
    if (const auto written =
            type->rewrite(text, language == Language::zh ? Writing::chinese : Writing::english))
      return with_visible_breaks(*written);
  return with_visible_breaks(text);
}

std::string unmasked(const RecordValue& value, const ValueType* type, Language language);

std::string list_for_people(const RecordValue& value, const ValueType* type, Language language) {
  const ValueType* element = type ? type->element : nullptr;
  std::string out;
  for (const RecordValue& item : value.items) {
    const bool parts = item.kind == RecordValue::Kind::mapping;
    if (!out.empty())
      out += language == Language::zh ? (parts ? "；" : "、") : (parts ? "; " : ", ");
    out += unmasked(item, element, language);
  }
  return out;
}

std::string mapping_for_people(const RecordValue& value, const RecordType* type,
                               Language language) {
  const bool chinese = language == Language::zh;
  std::string out;
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    const NamedField field = field_in_language(type, value.names[i], language);
    const bool nested = value.items[i].kind != RecordValue::Kind::scalar;
    if (!out.empty()) out += chinese ? "，" : ", ";
    out += field.text + (chinese ? "：" : ": ");
    const std::string text = unmasked(value.items[i], field.type, language);
    out += nested ? (chinese ? "（" : "(") + text + (chinese ? "）" : ")") : text;
  }
  return out;
}

std::string unmasked(const RecordValue& value, const ValueType* type, Language language) {
  switch (value.kind) {
    case RecordValue::Kind::scalar:
      return scalar_for_people(value.text, type, language);
    case RecordValue::Kind::unreadable:
      return language == Language::zh ? "（无法读取）" : "(cannot be read)";
    case RecordValue::Kind::list:
      return list_for_people(value, type, language);
    case RecordValue::Kind::mapping:
      break;
  }
  return mapping_for_people(value, type ? type->record : nullptr, language);
}

// ---- long texts ---------------------------------------------------------------------

/// Whether at least a third of what stands there now stood there before.
bool are_alike(const std::vector<TextStretch>& stretches, const std::string& before,
               const std::string& after) {
  std::size_t same = 0;
  for (const TextStretch& one : stretches)
    if (one.is_same()) same += one.before.size();
  return same * 3 >= std::max(before.size(), after.size());
}

bool is_in_word(std::u32string_view text, std::size_t at) {
  const auto is_letter = [](char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  };
  return at > 0 && at < text.size() && is_letter(text[at - 1]) && is_letter(text[at]);
}

/// What is the same, with `…` for all but what stands beside a change. No word is cut.
std::string shortened(const std::string& same, bool begins, bool ends) {
  const std::u32string all = code_points_of(same);
  const std::u32string_view text = all;
  std::size_t head = begins ? 0 : shown_around, tail = ends ? 0 : shown_around;
  if (text.size() <= head + tail + 1) return same;
  tail = text.size() - tail;
  while (is_in_word(text, head)) --head;
  while (is_in_word(text, tail)) ++tail;
  return utf8_of(text.substr(0, head)) + "…" + utf8_of(text.substr(tail));
}

bool is_scalar(const RecordValue* value) {
  return value && value->kind == RecordValue::Kind::scalar;
}

}  // namespace

std::string value_for_people(const RecordValue& value, const ValueType* type, Language language) {
  return masked(unmasked(value, type, language));
}

std::string field_for_people(const RecordDifference& record, const FieldDifference& field,
                             Language language) {
  return field_in_language(record.type, field.name, language).text;
}

std::optional<std::vector<TextStretch>> excerpt_of(const FieldDifference& field,
                                                   Language language) {
  if (!is_scalar(field.before) || !is_scalar(field.after)) return std::nullopt;
  // Masked first: a number that is cut in two would be none any more.
  const std::string before = value_for_people(*field.before, field.type, language),
                    after = value_for_people(*field.after, field.type, language);
  if (display_width(before) + display_width(after) <= most_whole || before == after)
    return std::nullopt;
  std::vector<TextStretch> stretches = compare_words(before, after);
  if (!are_alike(stretches, before, after)) return std::nullopt;
  for (std::size_t i = 0; i < stretches.size(); ++i)
    if (stretches[i].is_same())
      stretches[i].before = stretches[i].after =
          shortened(stretches[i].before, i == 0, i + 1 == stretches.size());
  return stretches;
}

bool is_list_of_parts(const ValueType* type) {
  return type && type->element && type->element->record;
}

std::optional<ListDifference> list_difference(const FieldDifference& field, Language language) {
  const auto is_list = [](const RecordValue* value) {
    return value && value->kind == RecordValue::Kind::list;
  };
  if (!is_list(field.before) || !is_list(field.after)) return std::nullopt;
  ListDifference out;
  const auto text = [&](const RecordValue& item) {
    return value_for_people(item, field.type ? field.type->element : nullptr, language);
  };
  for (const auto& [was, is] : align(nullptr, field.before->items, field.after->items)) {
    if (!is) out.gone.push_back(text(field.before->items[*was]));
    if (!was) out.came.push_back(text(field.after->items[*is]));
  }
  if (out.came.empty() && out.gone.empty()) return std::nullopt;
  return out;
}

}  // namespace lianxi
