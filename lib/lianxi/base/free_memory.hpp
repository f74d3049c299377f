// Whether memory is left for what does not ask for it itself.
#pragma once
#include <cstddef>
#include <new>

namespace lianxi {

/// Asks for so many bytes and gives them back. Libraries in C may go on where they get no memory,
/// or call missing what they had no room for: this is asked before. Throws std::bad_alloc.
inline void require_memory(std::size_t bytes) { ::operator delete(::operator new(bytes)); }

}  // namespace lianxi
