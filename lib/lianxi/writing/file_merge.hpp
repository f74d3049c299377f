// Three versions of a book's file joined by record and field, and proved: what a merge driver of
// git does.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/export.hpp>
#include <lianxi/writing/merge_conflict.hpp>

namespace lianxi LIANXI_EXPORT {

/// A joined file.
struct MergedFile {
  enum class How : std::uint8_t {
    by_field,   ///< Record by record and field by field.
    by_record,  ///< Records that both sides changed are conflicts as a whole.
    by_lines,   ///< As git joins lines; its values were proved.
    unproved,   ///< As git joins lines, since a version could not be read.
    not_at_all  ///< All of the file is one conflict.
  };

  How how = How::by_field;
  std::string bytes = {};
  bool has_conflicts = false;                 ///< Between markers.
  std::vector<MergeConflict> conflicts = {};  ///< Their names; none where not read.
  /// Which version could not be read: `ours`, `theirs` or `base`; "" where all could.
  std::string_view unread = {};
};

/// Joins them. The result is read again: its values are what the three versions' values come to,
/// and where conflicts are left so they are with all of them solved for ours, and for theirs.
/// What cannot be proved so is a conflict. Throws Error where git's own merge is needed and
/// libgit2 is not installed. O(bytes · log bytes).
MergedFile merge_files(std::string_view base, std::string_view ours, std::string_view theirs);

}  // namespace lianxi
