// How one text differs from another, for people to read.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// The lines of a text, each with its line feed, so that a last line without one differs.
std::vector<std::string_view> lines_with_breaks(std::string_view text);

/// What a comparison of two texts shows.
struct TextDiff {
  /// Hunks as `diff -u` writes them, with three lines of context and without the two
  /// lines that name the texts; "" where the texts are the same. Control characters in
  /// lines, and those that hide or reorder text, are written out; personal numbers are masked.
  std::string hunks;
  /// How many hunks there are beyond those that fit.
  std::size_t left_out = 0;
};

/// The lines to take from `before` and to add to it to get `after`. Of hunks beyond
/// `most_lines` only the number is told, but the first is always there, cut off if need be.
TextDiff compare_lines(std::string_view before, std::string_view after,
                       std::size_t most_lines = std::string_view::npos);

/// The name of a file for one of the two lines before the hunks, behind `a/` or `b/`; as git
/// writes it, with quotes and escapes where it is no plain text.
std::string name_in_diff(std::string_view side, std::string_view path);

}  // namespace lianxi
