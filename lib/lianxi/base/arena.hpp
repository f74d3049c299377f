// Memory that is handed out piece by piece and given back all at once.
#pragma once
#include <cstddef>
#include <cstring>
#include <new>
#include <string_view>
#include <type_traits>
#include <vector>

#include <lianxi/base/memory_block.hpp>

namespace lianxi {

/// A bump allocator. What lies in it is never destroyed, so it only takes types
/// that need no destructor. `mark` and `rewind` drop what came after a moment. Its blocks grow
/// with what it holds: a small book pays for little, a large one lies on large pages.
class Arena {
 public:
  template <class T>
  T* make(std::size_t count = 1) {
    static_assert(std::is_trivially_destructible_v<T>);
    T* items = static_cast<T*>(allocate(count * sizeof(T), alignof(T)));
    for (std::size_t i = 0; i < count; ++i) new (items + i) T();
    return items;
  }

  /// Room for characters, which are to be written before they are read.
  char* room(std::size_t size) { return static_cast<char*>(allocate(size, 1)); }

  std::string_view keep(std::string_view text) {
    if (text.empty()) return "";
    char* copy = room(text.size());
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
  }

  struct Mark {
    std::size_t block = 0, used = 0;
  };
  Mark mark() const { return {block_, used_}; }
  void rewind(Mark mark) {
    block_ = mark.block;
    used_ = mark.used;
  }

 private:
  static constexpr std::size_t first_block = std::size_t(32) << 10;

  void* allocate(std::size_t size, std::size_t alignment) {
    std::size_t start = (used_ + alignment - 1) / alignment * alignment;
    if (block_ >= blocks_.size() || start + size > blocks_[block_].size()) {
      next_block(size);
      start = 0;
    }
    used_ = start + size;
    return blocks_[block_].bytes() + start;
  }

  /// Goes on in the next block that has room, making one where there is none.
  void next_block(std::size_t size) {
    if (!blocks_.empty()) ++block_;
    while (block_ < blocks_.size() && blocks_[block_].size() < size) ++block_;
    if (block_ >= blocks_.size()) {
      blocks_.emplace_back(size > next_size_ ? size : next_size_);
      block_ = blocks_.size() - 1;
      next_size_ = next_size_ * 4 < MemoryBlock::large ? next_size_ * 4 : MemoryBlock::large;
    }
  }

  std::vector<MemoryBlock> blocks_;
  std::size_t block_ = 0, used_ = 0, next_size_ = first_block;
};

}  // namespace lianxi
