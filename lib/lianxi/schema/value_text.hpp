// Values back into text: for tables, exports, comparisons, and for what is written into a book.
#pragma once
#include <string>

#include <lianxi/base/language.hpp>
#include <lianxi/export.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

/// Where a value stands and whether it can be read. Of a mapping, which is null where there is
/// none, it says only whether it is there.
Standing standing_of(const ValueType&, const void* value);

/// A value that is neither list nor mapping, as scripts get it: ISO days, numbers without commas
/// (`220+`, `~5500`), amounts with two places, English words. Read as a record's value it gives
/// that value again. "" where it is not given or cannot be read.
std::string plain_text(const ValueType&, const void* value);

/// The same as people of that language read and write it: `220余`, `4,000.00`, 例会.
std::string text_for_people(const ValueType&, const void* value, Language);

/// The value that a text gives where a value of that type is read, as `plain_text` would write it;
/// nothing where that type cannot read it.
std::optional<std::string> plain_text_of(const ValueType&, std::string_view written);

}  // namespace lianxi
