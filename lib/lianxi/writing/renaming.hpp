// Where a record is named, and what stands there once it has another id.
#pragma once
#include <string>

#include <lianxi/book/record_path.hpp>
#include <lianxi/writing/record_value.hpp>

namespace lianxi {

/// The values that change with an id, by their places.
struct Renaming {
  Replacements values;   ///< What they are after.
  Replacements written;  ///< Of these the ones that have to be written; the others are names.
};

/// The id itself, and every reference, waiver, reminder and claim that has it. Throws Error where
/// the record has no id of its own. O(values of the book).
Renaming renaming_of(const Book&, const RecordPath&, const std::string& id);

}  // namespace lianxi
