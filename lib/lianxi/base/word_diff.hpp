// How one text differs from another within its lines, for people to read.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// A stretch of two texts: what stands in both, or what stands at this place of each.
struct TextStretch {
  std::string before, after;

  bool is_same() const { return before == after; }
  friend bool operator==(const TextStretch&, const TextStretch&) = default;
};

/// The texts from their beginnings to their ends in stretches, of which no two neighbours are both
/// the same or both changed. Words and numbers of ASCII letters and digits are never divided, all
/// other characters stand for themselves. What is the same between two changes and shorter than
/// both counts as changed, or nobody could read it. O(tokens · changed tokens), of at most some
/// thousand tokens.
std::vector<TextStretch> compare_words(std::string_view before, std::string_view after);

}  // namespace lianxi
