// Letters, columns and near misses, for text that mixes Latin and Chinese.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include <lianxi/base/utf8.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// The code points of UTF-8 text; what is not UTF-8 becomes U+FFFD.
std::u32string code_points_of(std::string_view utf8);
/// The UTF-8 of code points.
std::string utf8_of(std::u32string_view);

/// Columns the text takes on a terminal, by grapheme: a Chinese character takes
/// two, a combining mark none.
int display_width(std::string_view utf8);

/// As `trimmed`, of a text that may have any.
std::string_view without_spaces_around(std::string_view utf8);

/// Whether the byte begins a character that is white space in no script.
constexpr bool begins_letter(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return (value > ' ' && value < 0x80) || (value >= 0xE4 && value <= 0xEE);
}

/// Whether the last character is white space in no script; true only where that is seen at once.
constexpr bool ends_in_letter(std::string_view text) {
  if (is_ascii(text.back())) return begins_letter(text.back());
  if (text.size() < 3) return false;
  const char first = text[text.size() - 3];
  return !is_ascii(first) && begins_letter(first) && is_continuation(text[text.size() - 2]);
}

/// Text with white space of any script taken off both ends.
inline std::string_view trimmed(std::string_view utf8) {
  const bool plain = !utf8.empty() && begins_letter(utf8.front()) && ends_in_letter(utf8);
  return plain ? utf8 : without_spaces_around(utf8);
}

/// Insertions, deletions, replacements and swaps of neighbours that turn `a`
/// into `b`. O(|a|·|b|).
int edit_distance(std::u32string_view a, std::u32string_view b);

/// The candidate nearest to `word` by edit distance, or "" when none is near
/// enough to suggest (within a third of the letters, and at least one for short
/// words). Of equally near ones the first.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

/// Letters, digits and `．＿－／` of full width as their ASCII twins, then NFC: how
/// ids are compared. Returns `text` itself where nothing changes, else a view of `buffer`.
std::string_view mapped_id(std::string_view text, std::string& buffer);

/// Every full-width ASCII twin (！ to ～), and `。` after a digit, as ASCII.
std::string ascii_twins(std::string_view text);

/// Control characters, and the ones that reorder or hide text, written out as
/// \u{…}, so that they are seen and do nothing else. Line feeds too. A byte that is not UTF-8 is
/// written out as \xE9.
std::string visible(std::string_view text);

/// The same for a terminal, which may be that of a machine: the lines of a log are read for
/// commands by what runs a job, wherever `##[` or `##vso[` stands and where `::` begins a line. Of
/// these the signs are written out too.
std::string printable(std::string_view text);

/// The name of a file as text: what is not UTF-8 in it is written out as \xE9. A backslash that
/// would look like the start of this, or of what `visible` writes, is written out as \x5C, so that
/// no two names become the same.
std::string readable_path(std::string_view path);

/// The same for a terminal. A name that would begin a command begins with `./` instead.
std::string printable_path(std::string_view path);

}  // namespace lianxi
