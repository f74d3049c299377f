// Memory straight from the system, large stretches of it on large pages.
#pragma once
#include <cstddef>
#include <utility>

#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// A stretch of memory, all zero, that is given back as a whole. A book of a million records
/// fills hundreds of megabytes; in pages of 4 KiB handing these out costs the kernel more time
/// than reading the records does, so stretches of 2 MiB and more ask for pages of that size.
class MemoryBlock {
 public:
  /// From this size on a stretch lies on large pages, where the system has them.
  static constexpr std::size_t large = std::size_t(2) << 20;

  MemoryBlock() = default;
  /// Throws std::bad_alloc where there is none left.
  explicit MemoryBlock(std::size_t size);
  MemoryBlock(MemoryBlock&& other) noexcept
      : bytes_(std::exchange(other.bytes_, nullptr)), size_(std::exchange(other.size_, 0)) {}
  MemoryBlock& operator=(MemoryBlock&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    std::swap(size_, other.size_);
    return *this;
  }
  ~MemoryBlock();

  std::byte* bytes() const { return bytes_; }
  std::size_t size() const { return size_; }

 private:
  std::byte* bytes_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace lianxi
