// Three versions of a file joined so that the lines of both sides stay as they were written.
#pragma once
#include <optional>
#include <string>

#include <lianxi/writing/merge_side.hpp>

namespace lianxi {

/// The file of ours with what theirs changed, conflicts between markers; line breaks are `\n`.
/// Lines that only one side changed are that side's, to the byte but for their indentation. What
/// both changed is joined entry by entry and item by item, as far as it stands on lines of its
/// own; what does not is written anew where it has to be. Comments of both stay. Nothing where a
/// file is written in a way that this cannot join. It is a proposal: its values are to be held
/// against what ValueMerge says.
std::optional<std::string> merged_text(const MergeSide& base, const MergeSide& ours,
                                       const MergeSide& theirs, bool whole_records);

/// The text as it is when all conflicts are solved for one side.
std::string solved(std::string_view marked, bool for_theirs);

}  // namespace lianxi
