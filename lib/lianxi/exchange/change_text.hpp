// What a change does to a book, for people: what differs, record by record, and in the files.
#pragma once
#include <span>
#include <string>
#include <vector>

#include <lianxi/base/language.hpp>
#include <lianxi/export.hpp>
#include <lianxi/writing/changes.hpp>

namespace lianxi LIANXI_EXPORT {

/// A record's name with its collections and parts in that language: `会议/2017-q3/决议/r1`.
std::string record_in_language(std::string_view record, Language);

/// A field's name in a language, and the type of its value.
struct NamedField {
  std::string text = {};
  const ValueType* type = nullptr;  ///< Null of an own field.
};

/// `minutes.issued` of a record or part of that type, as that language has it.
NamedField field_in_language(const RecordType*, std::string_view name, Language);

/// The name of a record's field in that language: `会议纪要.印发日期`.
std::string field_in_language(std::string_view record, std::string_view field, Language);

/// The value of a record's field as people of that language read it; null is none.
std::string value_in_language(std::string_view record, std::string_view field, const RecordValue*,
                              Language);

/// A line for each record that came, went or changed, and one for each of its fields: old → new.
std::string changes_text(const std::vector<Difference>&, Language);

/// The same in one line, for a commit's subject: at most three of them.
std::string changes_in_one_line(const std::vector<Difference>&, Language);

/// The files as `diff -u` shows them.
std::string files_diff(std::span<const ChangedFile>);

}  // namespace lianxi
