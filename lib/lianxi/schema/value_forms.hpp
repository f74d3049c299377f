// How each type of value is written, for people: one declaration for the manual, for the help, and
// for the tests of the reader and of the JSON Schema.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/language.hpp>
#include <lianxi/export.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

/// Spellings of one value, with ` | ` between them.
struct Spellings {
  std::string_view all;
  Bilingual value;  ///< As the program writes it.
};

/// One type of value.
struct ValueForm {
  ValueType::Kind kind;
  Bilingual name;
  Bilingual rule;  ///< How it is written.
  std::span<const Spellings> examples;
  std::string_view refused;  ///< What is not read, with ` | ` between.
  /// The value that the codec reads in a text without white space around it, or nothing.
  std::optional<Message> (*read)(std::string_view);
};

/// Every type of value, in the order in which the manual tells them.
std::span<const ValueForm> value_forms();

/// The form of that kind of value, or null where the kind is made of others.
const ValueForm* value_form(ValueType::Kind);

/// The single ones of `a | b | c`.
std::vector<std::string_view> single_spellings(std::string_view all);

/// What holds for values of all types, a paragraph each.
std::span<const Bilingual> value_rules();

}  // namespace lianxi
