// Values that differ as people read them, without what is the same in long ones.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include <lianxi/base/language.hpp>
#include <lianxi/base/word_diff.hpp>
#include <lianxi/exchange/book_difference.hpp>

namespace lianxi {

/// A value as people of that language write it, in one line: `↵` for line breaks, lists with
/// commas, mappings with the names of their fields. Personal numbers are masked.
std::string value_for_people(const RecordValue&, const ValueType*, Language);

/// `due`, `minutes.issued`, an own field by its name.
std::string field_for_people(const RecordDifference&, const FieldDifference&, Language);

/// Where both texts are given, long, and much alike: what differs, with a little of what is the
/// same around it and `…` for the rest. Else nothing: they are to be shown whole.
std::optional<std::vector<TextStretch>> excerpt_of(const FieldDifference&, Language);

/// What came into a list of words and what was taken out of it.
struct ListDifference {
  std::vector<std::string> came, gone;
};
/// Nothing where it is no list of both books, or only its order differs.
std::optional<ListDifference> list_difference(const FieldDifference&, Language);

/// Whether the value is a list of parts, which have fields of their own.
bool is_list_of_parts(const ValueType*);

}  // namespace lianxi
