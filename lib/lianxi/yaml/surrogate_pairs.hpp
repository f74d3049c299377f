// The pairs of escapes in which JSON writes the characters that need more than four digits.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lianxi {

/// Whether the code of a `\uXXXX` is half of such a pair: the first one, or the second.
bool is_first_half(std::uint32_t code);
bool is_second_half(std::uint32_t code);

/// The character that both halves are.
std::uint32_t joined_halves(std::uint32_t first, std::uint32_t second);

/// The number that so many hexadecimal digits are; nothing where others stand there.
std::optional<std::uint32_t> hexadecimal(std::string_view digits);
/// What a `\uXXXX` at the start of the text stands for; nothing where there is none.
std::optional<std::uint32_t> short_escape(std::string_view text);

/// Gets the pairs past yaml-cpp, which refuses them: to it each is two escapes of characters that
/// the text has not, as long as the pair, so that every place stays what it is.
class SurrogatePairs {
 public:
  /// How many bytes a pair takes.
  static constexpr std::size_t size = 12;

  /// Replaces the pairs in the text; none where it has all such characters.
  explicit SurrogatePairs(std::string& yaml);

  /// A scalar that yaml-cpp read, with each pair as the character that it is. Where a pair is no
  /// escape, as in single quotes, it is as it was written. Nothing where the scalar had none.
  std::optional<std::string> put_back_in(const std::string& scalar) const;

 private:
  int moved_ = 0;  ///< By how much the first digits of the halves are; 0 where there are none.
};

}  // namespace lianxi
