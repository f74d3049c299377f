// Which rows of digits are numbers of a person: by their check digits, and by how they are grouped.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include <lianxi/base/privacy.hpp>
#include <lianxi/base/written_digits.hpp>

namespace lianxi {

/// The number of a person that begins with the group of digits that begins with `first`.
std::optional<PersonalNumber> personal_number_at(std::string_view text, const DigitRow&,
                                                 std::size_t first);

}  // namespace lianxi
