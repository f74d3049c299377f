// Letters, columns and near misses, for text that mixes Latin and Chinese.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// The code points of UTF-8 text; what is not UTF-8 becomes U+FFFD.
std::u32string code_points_of(std::string_view utf8);
/// The UTF-8 of code points.
std::string utf8_of(std::u32string_view);

/// Columns the text takes on a terminal, by grapheme: a Chinese character takes
/// two, a combining mark none.
int display_width(std::string_view utf8);

/// Text with white space of any script taken off both ends.
std::string_view trimmed(std::string_view utf8);

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
/// \u{…}, so that a terminal shows them and does nothing else. Line feeds too.
std::string printable(std::string_view text);

}  // namespace lianxi
