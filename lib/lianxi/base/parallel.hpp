// Work that is cut into pieces and done in several threads.
#pragma once
#include <cstddef>
#include <functional>

#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// Does the pieces 0 to `count` - 1 in at most `jobs` threads, this one among them; each piece is
/// told its thread's number, from 0. Pieces are begun in their order. Where no further thread can
/// be had, those that there are do it all. What a piece throws is thrown here once all threads
/// have stopped; the pieces not begun by then are left.
void in_parallel(unsigned jobs, std::size_t count,
                 const std::function<void(std::size_t piece, unsigned thread)>& work);

}  // namespace lianxi
