// What git makes of three versions of a file that it knows nothing of: joined line by line.
#pragma once
#include <string>
#include <string_view>

namespace lianxi {

struct LineMerge {
  std::string bytes = {};
  bool has_conflicts = false;  ///< Between markers, `<<<<<<< ours` and its like.
};

/// Joins as `git merge` does. Throws Error where libgit2 is not installed.
LineMerge merge_lines(std::string_view base, std::string_view ours, std::string_view theirs);

}  // namespace lianxi
