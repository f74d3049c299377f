// Edits made to a text.
#pragma once
#include <string>
#include <vector>

#include <lianxi/base/finding.hpp>

namespace lianxi {

/// How many spaces stand for a tab, an ideographic or a non-breaking space that was used
/// in an indentation.
struct Widths {
  unsigned tab = 2, wide = 2, narrow = 1;
};

/// The widths to try for these edits, the usual ones first: one where none matters.
std::vector<Widths> all_widths(const std::vector<Edit>&);

/// What an edit puts in place of what stands there.
std::string replacement_for(const Edit&, const Widths&);

/// Makes the edits, which are in order, to a text that starts at `start`; returns by how
/// many bytes it grew.
std::ptrdiff_t apply_edits(std::string& text, Place start, const std::vector<Edit>&, const Widths&);

}  // namespace lianxi
