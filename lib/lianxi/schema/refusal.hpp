// What is said of a text that its type cannot read: of a record's value, of a cell, of what
// somebody asks to have written.
#pragma once
#include <optional>
#include <span>
#include <string_view>

#include <lianxi/base/language.hpp>
#include <lianxi/export.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

/// What is wrong, and a way out, which may be empty.
struct Refusal {
  Message message, hint;
};

/// What belongs where a value of that type stands: “a date such as 2017-09-20 …”.
Bilingual expected_of(const ValueType&);

/// Of a text that is not what is expected.
Refusal unreadable_text(std::string_view text, Bilingual expected);
/// Of a text that is none of the words.
Refusal unknown_word(std::string_view text, std::span<const Word>);

/// What validate says of that text where a scalar of that type stands; nothing where the type can
/// read it. Whom a reference names is not looked at.
std::optional<Refusal> refusal_of(const ValueType&, std::string_view text);

}  // namespace lianxi
