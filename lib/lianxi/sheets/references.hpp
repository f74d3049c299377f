// What a cell means that names another record.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include <lianxi/schema/refusal.hpp>
#include <lianxi/schema/value.hpp>

namespace lianxi {

class Book;

/// The reference as a record writes it: a unit or committee that any of its names means by its id,
/// others by the id that they are; nothing where the book has no such record.
std::optional<std::string> reference_to(const Book&, Target, std::string_view written);

/// The unit's id where the text means one by any of its names; the text itself otherwise.
std::string unit_or_name(const Book&, std::string_view written);

/// What to say of a reference to nothing, as the rule unknown-reference does.
Refusal unknown_reference(const Book&, Target, std::string_view written);

}  // namespace lianxi
