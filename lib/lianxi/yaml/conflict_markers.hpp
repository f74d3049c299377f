// The lines by which git marks what it could not merge.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

namespace lianxi {

/// A conflict in a file: its first marker, and its last where there is one.
struct Conflict {
  std::size_t at = 0;
  std::optional<std::size_t> end = {};
};

/// The conflicts in a text that begins with a line. Markers that were left over from one
/// are one too; several that open one, on lines one below the other, open the same. O(bytes).
std::vector<Conflict> conflicts_in(std::string_view bytes);

/// Where the line after a conflict begins whose first marker begins at `at`, or nothing where
/// no conflict begins there or it is not closed before the next.
std::optional<std::size_t> end_of_conflict(std::string_view bytes, std::size_t at);

}  // namespace lianxi
