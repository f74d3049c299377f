#include <algorithm>
#include <fmt/format.h>

#include <lianxi/base/words.hpp>
#include <lianxi/writing/yaml_text.hpp>

namespace lianxi LIANXI_EXPORT {

namespace {

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F;
}

/// Signs that only an escape keeps: control characters, and what YAML takes for a line break or
/// that cannot be seen.
bool needs_escapes(std::string_view text) {
  if (std::ranges::any_of(text, is_control)) return true;
  for (const std::string_view sign : {"\u0085", "\u2028", "\u2029", "\uFEFF"})
    if (text.find(sign) != text.npos) return true;
  return false;
}

/// Words that YAML or the format takes for something else than a text.
bool is_reserved(std::string_view text) {
  for (const std::string_view word : {"~", "null", "Null", "NULL", "<<", "=", "---", "..."})
    if (text == word) return true;
  return text.starts_with("--- ") || text.starts_with("... ");
}

bool is_plain(std::string_view text, bool in_flow) {
  constexpr std::string_view never_first = "-?:,[]{}#&*!|>'\"%@`";
  if (text.empty() || is_reserved(text) || needs_escapes(text)) return false;
  if (text.front() == ' ' || text.back() == ' ') return false;
  if (never_first.find(text.front()) != never_first.npos) return false;
  if (text.find(": ") != text.npos || text.find(" #") != text.npos || text.ends_with(':'))
    return false;
  if (!in_flow) return true;
  // What has brackets, commas, colons or question marks is plain to no one between brackets.
  return text.find_first_of(",[]{}:?#") == text.npos;
}

std::string in_double_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char32_t c : code_points_of(text)) {
    if (c == U'"' || c == U'\\')
      out += fmt::format("\\{}", char(c));
    else if (c == U'\n')
      out += "\\n";
    else if (c == U'\t')
      out += "\\t";
    else if (c < 0x20 || c == 0x7F)
      out += fmt::format("\\x{:02x}", unsigned(c));
    else if (c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0xFEFF)
      out += fmt::format("\\u{:04x}", unsigned(c));
    else
      out += utf8_of(std::u32string_view(&c, 1));
  }
  return out + '"';
}

std::string in_single_quotes(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') out += c;
    out += c;
  }
  return out + "'";
}

/// Whether a `|` text gives just this: no line of it may begin or end with a blank, as only
/// counted columns would keep that.
bool is_block_text(std::string_view text) {
  if (text.find('\n') == text.npos || text.front() == ' ' || text.back() == '\n') return false;
  for (std::string_view rest = text;;) {
    const auto size = rest.find('\n');
    const auto line = rest.substr(0, size);
    if (needs_escapes(line) || line.ends_with(' ') || line.starts_with(' ')) return false;
    if (size == rest.npos) return true;
    rest.remove_prefix(size + 1);
  }
}

std::string spaces(std::size_t count) { return std::string(count, ' '); }

std::string with_comment(std::string line, const std::string& comment) {
  return comment.empty() ? line : fmt::format("{}  # {}", line, comment);
}

const DraftField* only_field(const Draft& draft) {
  return draft.fields.size() == 1 && draft.comments.empty() ? &draft.fields.front() : nullptr;
}

/// The text of a part that may be written as a word alone, or null.
const std::string* short_form(const Draft& draft) {
  const DraftField* field = only_field(draft);
  const bool may_be = field && draft.type && draft.type->short_form && field->field &&
                      field->field->en == draft.type->short_form->en && field->comment.empty();
  return may_be && field->value.kind == DraftValue::Kind::scalar ? &field->value.text : nullptr;
}

}  // namespace

std::string_view name_of_field(const DraftField& field, Language language) {
  if (!field.field) return field.own_name;
  return language == Language::zh ? field.field->zh : field.field->en;
}

std::string one_line_scalar(std::string_view text, bool in_flow, char quotes) {
  if (needs_escapes(text) || quotes == '"') return in_double_quotes(text);
  if (quotes == '\'' || !is_plain(text, in_flow)) return in_single_quotes(text);
  return std::string(text);
}

std::string block_scalar(std::string_view text, std::size_t column, std::string_view line_break,
                         char quotes) {
  if (quotes != '\0' || !is_block_text(text)) return one_line_scalar(text, false, quotes);
  std::string out = "|";
  for (std::string_view rest = text;;) {
    const auto size = rest.find('\n');
    const auto line = rest.substr(0, size);
    out += line_break;
    if (!line.empty()) out += spaces(column) + std::string(line);
    if (size == rest.npos) return out;
    rest.remove_prefix(size + 1);
  }
}

static std::string block_list(const DraftValue& value, const RecordStyle& style) {
  std::string out;
  for (const DraftValue& item : value.items)
    out += block_item(item, style.column + style.dash_offset, style);
  return out;
}

/// Lists of words stand in brackets, lists of parts a line each.
static bool is_list_of_words(const DraftValue& value) {
  return std::ranges::all_of(value.items, [](const DraftValue& item) {
    return item.kind == DraftValue::Kind::scalar && item.text.find('\n') == item.text.npos;
  });
}

std::string block_field(const DraftField& field, const RecordStyle& style) {
  const auto name = one_line_scalar(name_of_field(field, style.language), false);
  const std::string key = spaces(style.column) + name + ":";
  const std::string end(style.line_break);
  const DraftValue& value = field.value;
  RecordStyle inner = style;
  inner.column += 2;
  switch (value.kind) {
    case DraftValue::Kind::scalar:
      if (value.text.empty()) return with_comment(key, field.comment) + end;
      return with_comment(key + " " + block_scalar(value.text, style.column + 2, style.line_break),
                          value.text.find('\n') == value.text.npos ? field.comment : "") +
             end;
    case DraftValue::Kind::list:
      if (value.items.empty() || is_list_of_words(value))
        return with_comment(key + " " + flow_value(value, style.language), field.comment) + end;
      return with_comment(key, field.comment) + end + block_list(value, style);
    case DraftValue::Kind::mapping:
      break;
  }
  if (value.mapping.empty() || value.mapping.front().fields.empty())
    return with_comment(key + " {}", field.comment) + end;
  return with_comment(key, field.comment) + end + block_fields(value.mapping.front(), inner);
}

std::string block_fields(const Draft& draft, const RecordStyle& style) {
  std::string out;
  for (const std::string& comment : draft.comments)
    out += fmt::format("{}# {}{}", spaces(style.column), comment, style.line_break);
  for (const DraftField& field : draft.fields) {
    out += block_field(field, style);
    for (const std::string& line : field.lines_below)
      out +=
          fmt::format("{}# {}{}", spaces(style.column + style.dash_offset), line, style.line_break);
  }
  return out;
}

std::string block_item(const Draft& draft, std::size_t dash, const RecordStyle& style) {
  RecordStyle inner = style;
  inner.column = dash + style.after_dash;
  std::string out;
  for (const std::string& comment : draft.comments)
    out += fmt::format("{}# {}{}", spaces(dash), comment, style.line_break);
  const std::string* word = short_form(draft);
  if (word) return out + block_item(DraftValue{.text = *word}, dash, style);
  Draft bare = draft;
  bare.comments.clear();
  std::string fields = block_fields(bare, inner);
  if (fields.empty()) return out + spaces(dash) + "- {}" + std::string(style.line_break);
  fields[dash] = '-';
  return out + fields;
}

std::string block_item(const DraftValue& value, std::size_t dash, const RecordStyle& style) {
  if (value.kind == DraftValue::Kind::mapping && !value.mapping.empty())
    return block_item(value.mapping.front(), dash, style);
  const std::string lead = spaces(dash) + "-" + spaces(style.after_dash - 1);
  if (value.kind != DraftValue::Kind::scalar)
    return lead + flow_value(value, style.language) + std::string(style.line_break);
  return lead + block_scalar(value.text, dash + style.after_dash, style.line_break) +
         std::string(style.line_break);
}

std::string flow_value(const Draft& draft, Language language) {
  if (const std::string* word = short_form(draft)) return one_line_scalar(*word, true);
  std::string out = "{";
  for (const DraftField& field : draft.fields) {
    if (out.size() > 1) out += ", ";
    out += one_line_scalar(name_of_field(field, language), true) + ": ";
    out += flow_value(field.value, language);
  }
  return out + "}";
}

std::string flow_value(const DraftValue& value, Language language) {
  switch (value.kind) {
    case DraftValue::Kind::scalar:
      return value.text.empty() ? "~" : one_line_scalar(value.text, true);
    case DraftValue::Kind::mapping:
      return value.mapping.empty() ? "{}" : flow_value(value.mapping.front(), language);
    case DraftValue::Kind::list:
      break;
  }
  std::string out = "[";
  for (const DraftValue& item : value.items) {
    if (out.size() > 1) out += ", ";
    out += flow_value(item, language);
  }
  return out + "]";
}

}  // namespace lianxi
