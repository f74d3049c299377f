// Which slip of the hand stopped the reading of a document.
#pragma once
#include <vector>

#include <lianxi/slips/written_document.hpp>

namespace lianxi {

/// The slips that stopped reading; none where the cause is another.
struct Cause {
  std::vector<Slip> slips;
  Widths widths;  ///< How many spaces the signs of an indentation stood for.
};

/// Looks near the stop for slips after whose mending reading gets further, which is tried.
Cause find_cause(const WrittenDocument&, const ReadingStop&);

}  // namespace lianxi
