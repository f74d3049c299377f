// Memory that is handed out piece by piece and given back all at once.
#pragma once
#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>
#include <type_traits>
#include <vector>

namespace lianxi {

/// A bump allocator. What lies in it is never destroyed, so it only takes types
/// that need no destructor. `mark` and `rewind` drop what came after a moment.
class Arena {
 public:
  explicit Arena(std::size_t block_size = std::size_t(256) << 10) : block_size_(block_size) {}

  template <class T>
  T* make(std::size_t count = 1) {
    static_assert(std::is_trivially_destructible_v<T>);
    T* items = static_cast<T*>(allocate(count * sizeof(T), alignof(T)));
    for (std::size_t i = 0; i < count; ++i) new (items + i) T();
    return items;
  }

  std::string_view keep(std::string_view text) {
    if (text.empty()) return "";
    char* copy = static_cast<char*>(allocate(text.size(), 1));
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
  struct Block {
    std::unique_ptr<std::byte[]> bytes;
    std::size_t size;
  };

  void* allocate(std::size_t size, std::size_t alignment) {
    std::size_t start = (used_ + alignment - 1) / alignment * alignment;
    if (block_ >= blocks_.size() || start + size > blocks_[block_].size) {
      next_block(size);
      start = 0;
    }
    used_ = start + size;
    return blocks_[block_].bytes.get() + start;
  }

  /// Goes on in the next block that has room, making one where there is none.
  void next_block(std::size_t size) {
    if (!blocks_.empty()) ++block_;
    while (block_ < blocks_.size() && blocks_[block_].size < size) ++block_;
    if (block_ >= blocks_.size()) {
      const std::size_t wanted = size > block_size_ ? size : block_size_;
      blocks_.push_back({std::unique_ptr<std::byte[]>(new std::byte[wanted]), wanted});
      block_ = blocks_.size() - 1;
    }
  }

  std::vector<Block> blocks_;
  std::size_t block_ = 0, used_ = 0, block_size_;
};

}  // namespace lianxi
