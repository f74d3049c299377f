#include <cstdint>
#include <cstdlib>
#include <new>
#include <sys/mman.h>

#include <lianxi/base/memory_block.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

std::byte* mapped(std::size_t size) {
  void* const start =
      mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (start == MAP_FAILED) throw std::bad_alloc();
  return static_cast<std::byte*>(start);
}

/// A mapping that begins where a large page can: only such a one can lie on it.
std::byte* mapped_on_large_pages(std::size_t size) {
  constexpr std::size_t page = MemoryBlock::large;
  std::byte* const start = mapped(size + page);
  const std::size_t before = (page - reinterpret_cast<std::uintptr_t>(start) % page) % page;
  if (before > 0) munmap(start, before);
  munmap(start + before + size, page - before);
  madvise(start + before, size, MADV_HUGEPAGE);  // a wish: where it is not met, all is well too
  return start + before;
}

}  // namespace

MemoryBlock::MemoryBlock(std::size_t size) : size_(size) {
  if (size >= large) {
    size_ = (size + large - 1) / large * large;
    bytes_ = mapped_on_large_pages(size_);
    return;
  }
  bytes_ = static_cast<std::byte*>(std::calloc(size, 1));
  if (!bytes_) throw std::bad_alloc();
}

MemoryBlock::~MemoryBlock() {
  if (size_ >= large)
    munmap(bytes_, size_);
  else
    std::free(bytes_);
}

}  // namespace lianxi
