// Numbers that belong to a person: found in text, and shown only in part.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// A number of a person in a text, however people write it: in digits of full width, in groups
/// with spaces or hyphens between (`138-1234-5678`, `6222 0243 0200 1234`, an identity number in
/// any), over the end of a line, a telephone number with 86 before it. It stands alone: it is no
/// part of a longer run of digits or list of numbers; a phone or card number neither touches a
/// letter of ASCII (`PZ13812345678` is a voucher), but for words such as `tel`, nor has decimal
/// places. What cannot be seen between its digits does not part them.
struct PersonalNumber {
  enum class Kind : std::uint8_t {
    identity,  ///< A resident's, with a valid check digit (GB 11643) and a real day of birth.
    card,      ///< Of a bank card: a known prefix and a valid Luhn digit.
    phone,     ///< A mobile number of the mainland.
  };

  Kind kind = Kind::identity;
  std::size_t start = 0, end = 0;  ///< Its bytes in the text, without an 86 before it.
  std::string digits;              ///< In ASCII, with nothing between.

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
/// The same of a part of a text, which is a view into it: of a number that only begins or ends in
/// the part the digits are masked that it has.
std::string masked_part(std::string_view text, std::string_view part);
/// The same of lines that have nothing to do with one another: no number goes over their ends.
std::string masked_lines(std::string_view text);

}  // namespace lianxi
