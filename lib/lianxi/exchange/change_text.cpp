#include <fmt/format.h>

#include <lianxi/base/privacy.hpp>
#include <lianxi/base/text_diff.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/part_fields.hpp>
#include <lianxi/book/record_path.hpp>
#include <lianxi/exchange/change_text.hpp>
#include <lianxi/schema/value_text.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// What the record's name leads to, and its name on the way.
struct Named {
  const RecordType* type = nullptr;
  std::string text = {};
};

Named named(std::string_view record, Language language) {
  Named out;
  const bool chinese = language == Language::zh;
  const auto first = take_segment(record);
  const Collection* collection = collection_named(first);
  if (!collection) return {nullptr, std::string(first)};
  out.type = collection->type;
  out.text = chinese ? collection->type->zh : collection->type->en;
  while (!record.empty()) {
    const auto segment = take_segment(record);
    const Field* field = field_of_parts(*out.type, segment);
    out.text += "/" + std::string(field ? (chinese ? field->zh : field->en) : segment);
    if (field) out.type = type_of_parts(*field);
  }
  return out;
}

std::string shown(const RecordValue* value, const ValueType* type, Language language) {
  if (!value) return language == Language::zh ? "（未填）" : "(not given)";
  std::string text = in_one_line(*value);
  if (type && type->rewrite)
    if (const auto written =
            type->rewrite(text, language == Language::zh ? Writing::chinese : Writing::english))
      text = *written;
  return printable(masked(text));
}

std::string field_change(const Difference& one, Language language) {
  const Named record = named(one.record, language);
  const auto [name, type] = field_in_language(record.type, one.field, language);
  return fmt::format("{}{}{} → {}", printable(masked(name)), language == Language::zh ? "：" : ": ",
                     shown(one.before, type, language), shown(one.after, type, language));
}

std::string came_or_went(const Difference& one, Language language) {
  const bool came = one.after != nullptr;
  if (language == Language::zh) return came ? "新增" : "删除";
  return came ? "added" : "removed";
}

}  // namespace

NamedField field_in_language(const RecordType* type, std::string_view name, Language language) {
  NamedField out;
  while (!name.empty()) {
    const auto dot = std::min(name.find('.'), name.size());
    const auto word = name.substr(0, dot);
    name.remove_prefix(std::min(dot + 1, name.size()));
    const Field* field = type ? find_field(*type, word) : nullptr;
    if (!out.text.empty()) out.text += '.';
    out.text += field ? (language == Language::zh ? field->zh : field->en) : word;
    out.type = field ? field->type : nullptr;
    type = field ? field->type->record : nullptr;
  }
  return out;
}

std::string record_in_language(std::string_view record, Language language) {
  return masked(named(record, language).text);
}

std::string field_in_language(std::string_view record, std::string_view field, Language language) {
  return masked(field_in_language(named(record, language).type, field, language).text);
}

std::string value_in_language(std::string_view record, std::string_view field,
                              const RecordValue* value, Language language) {
  return shown(value, field_in_language(named(record, language).type, field, language).type,
               language);
}

std::string changes_text(const std::vector<Difference>& differences, Language language) {
  std::string out, last;
  for (const Difference& one : differences) {
    const auto name = printable(record_in_language(one.record, language));
    if (one.field.empty()) {
      out += fmt::format("{} {}\n", came_or_went(one, language), name);
      last.clear();
      continue;
    }
    if (name != last) out += name + "\n";
    last = name;
    out += "  " + field_change(one, language) + "\n";
  }
  return out;
}

std::string changes_in_one_line(const std::vector<Difference>& differences, Language language) {
  constexpr std::size_t most = 3;
  std::string out;
  for (std::size_t i = 0; i < std::min(most, differences.size()); ++i) {
    const Difference& one = differences[i];
    if (!out.empty()) out += language == Language::zh ? "；" : "; ";
    const auto name = printable(record_in_language(one.record, language));
    out += one.field.empty() ? came_or_went(one, language) + " " + name
                             : name + " " + field_change(one, language);
  }
  return differences.size() > most ? out + " …" : out;
}

std::string files_diff(std::span<const ChangedFile> files) {
  std::string out;
  for (const ChangedFile& file : files) {
    const std::string path = masked(file.path);
    const std::string before = file.before ? name_in_diff("a/", path) : "/dev/null";
    out += fmt::format("--- {}\n+++ {}\n", before, name_in_diff("b/", path));
    out += compare_lines(file.before.value_or(""), file.after).hunks;
  }
  return out;
}

}  // namespace lianxi
