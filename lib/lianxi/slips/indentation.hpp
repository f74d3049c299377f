// Lines that stand further right or left than those beside them.
#pragma once
#include <vector>

#include <lianxi/slips/written_document.hpp>

namespace lianxi {

/// A line moved to another column, as a slip.
Slip shift_of(const WrittenDocument&, std::size_t line, std::size_t column);

/// The line moved to each of the columns that lines of its kind near it stand in and that may
/// have been meant, the nearest first.
std::vector<Slip> shifts(const WrittenDocument&, std::size_t line);

}  // namespace lianxi
