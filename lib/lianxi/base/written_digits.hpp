// Digits as people write them: of full width, in groups, over the end of a line.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lianxi {

/// A character of a text. What is written as an escape of YAML, or as `printable` writes what
/// cannot be seen (`\u{200b}`), is the character that it stands for.
struct Sign {
  char32_t code = 0;
  std::size_t size = 0;  ///< In bytes; 0 behind the end of the text.
};

/// The character at a byte.
Sign sign_at(std::string_view text, std::size_t at);
/// A digit of whatever width, or an X, in ASCII; 0 for anything else.
char digit_or_cross(char32_t code);
constexpr bool is_decimal(char ascii) { return ascii >= '0' && ascii <= '9'; }

/// Whether a digit may begin at that byte: cheap, and true of all that do.
constexpr bool may_begin_digit(std::string_view text, std::size_t at) {
  if (is_decimal(text[at]) || text[at] == '\\') return true;
  return text[at] == '\xEF' && at + 1 < text.size() && text[at + 1] == '\xBC';
}

/// Whether the character at that byte may stand in a number or in an escape of one of its digits.
bool may_stand_in_number(std::string_view text, std::size_t at);

/// What stands between two digits of one number. `wide` are several spaces, as between columns;
/// `bracket` closes what was opened before the first of them; `line_end` is the end of a line with
/// what is indented behind it.
enum class Gap : std::uint8_t { none, space, hyphen, dot, wide, bracket, line_end };

struct WrittenDigit {
  std::uint32_t start = 0, end = 0;  ///< Its bytes.
  char ascii = 0;
  Gap before = Gap::none;  ///< Between it and the one before.
};

/// The digits from one on that only gaps part from one another, as far as a number may reach.
/// What shows nothing of itself and marks that only adorn a digit are passed over.
class DigitRow {
 public:
  static constexpr std::size_t most = 48;

  /// A digit begins at `start`, and none right before it.
  DigitRow(std::string_view text, std::size_t start);

  std::size_t size() const { return size_; }
  const WrittenDigit& operator[](std::size_t i) const { return digits_[i]; }
  std::string_view ascii() const { return {ascii_.data(), size_}; }
  /// Whether an X stands behind the last digit, as its `cross()`.
  bool has_cross() const { return cross_.end > 0; }
  const WrittenDigit& cross() const { return cross_; }

  /// Whether a group begins with that digit, or there is none any more.
  bool begins_group(std::size_t i) const {
    return i == size_ || i == 0 || gap_before(i) != Gap::none;
  }
  /// The gap before that digit; none before the first and behind the last.
  Gap gap_before(std::size_t i) const { return i < size_ ? digits_[i].before : Gap::none; }
  /// Where the group that begins with that digit ends.
  std::size_t end_of_group(std::size_t i) const;
  /// The digit that begins the group before the one that begins with `i`.
  std::size_t group_before(std::size_t i) const;

  /// Where the text goes on: behind the row, or within it where it is too long for one.
  std::size_t next() const { return next_; }

 private:
  void take_cross(std::string_view text, std::size_t at, Gap before);
  void begin_next_row(std::string_view text);

  std::array<WrittenDigit, most> digits_;
  std::array<char, most> ascii_{};
  WrittenDigit cross_;
  std::size_t size_ = 0, next_ = 0;
};

}  // namespace lianxi
