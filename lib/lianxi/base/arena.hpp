// Memory that is handed out piece by piece and given back all at once.
#pragma once
#include <cstddef>
#include <cstdint>
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
    std::size_t block = 0;
    std::byte* next = nullptr;
  };
  Mark mark() const { return {block_, next_}; }
  void rewind(Mark mark) {
    if (!mark.next) mark = {0, blocks_.empty() ? nullptr : blocks_[0].bytes()};
    block_ = mark.block;
    next_ = mark.next;
    end_ = blocks_.empty() ? nullptr : blocks_[block_].bytes() + blocks_[block_].size();
  }

 private:
  static constexpr std::size_t first_block = std::size_t(32) << 10;

  void* allocate(std::size_t size, std::size_t alignment) {
    const std::size_t gap = -reinterpret_cast<std::uintptr_t>(next_) % alignment;
    if (gap + size > std::size_t(end_ - next_)) return allocate_in_next_block(size);
    std::byte* const start = next_ + gap;
    next_ = start + size;
    return start;
  }

  /// Goes on in the next block that has room, making one where there is none.
  void* allocate_in_next_block(std::size_t size) {
    if (!blocks_.empty()) ++block_;
    while (block_ < blocks_.size() && blocks_[block_].size() < size) ++block_;
    if (block_ >= blocks_.size()) {
      blocks_.emplace_back(size > next_size_ ? size : next_size_);
      block_ = blocks_.size() - 1;
      next_size_ = next_size_ * 4 < MemoryBlock::large ? next_size_ * 4 : MemoryBlock::large;
    }
    std::byte* const start = blocks_[block_].bytes();
    next_ = start + size;
    end_ = start + blocks_[block_].size();
    return start;
  }

  std::vector<MemoryBlock> blocks_;
  std::size_t block_ = 0, next_size_ = first_block;
  std::byte* next_ = nullptr;  ///< What is free of the block that is being filled,
  std::byte* end_ = nullptr;   ///< and its end.
};

}  // namespace lianxi
