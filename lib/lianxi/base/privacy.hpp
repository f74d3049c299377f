// Numbers that belong to a person: found in text, and shown only in part.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// A number of a person in a text. It stands alone: it is no part of a longer run of
/// digits; a phone or card number neither touches a letter of ASCII (`PZ13812345678` is a
/// voucher) nor has decimal places. Digits of full width count like any others.
struct PersonalNumber {
  enum class Kind : std::uint8_t {
    identity,  ///< A resident's, with a valid check digit (GB 11643) and a real day of birth.
    card,      ///< Of a bank card: a known prefix and a valid Luhn digit.
    phone,     ///< A mobile number of the mainland.
  };

  Kind kind = Kind::identity;
  std::size_t start = 0, end = 0;  ///< Its bytes in the text.
  std::string digits;              ///< In ASCII.

  /// Its first and last digits, and `*` for the others.
  std::string masked() const;
};

/// Whether a text holds as many digits, of whatever width, as the shortest of them: one pass that
/// nearly all texts fail.
bool may_hold_personal_number(std::string_view text);

/// The first one that begins at `from` or later.
std::optional<PersonalNumber> find_personal_number(std::string_view text, std::size_t from = 0);

/// The text with each of them masked. Every character keeps its width and its bytes
/// their number, so that places in the text stay where they are.
std::string masked(std::string_view text);
/// The same, but telephone numbers stay: of a text that says how an office is reached.
std::string masked_but_phones(std::string_view text);

}  // namespace lianxi
