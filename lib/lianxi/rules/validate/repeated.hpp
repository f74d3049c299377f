// Numbers that may be given only once: receipts, vouchers.
#pragma once
#include <functional>
#include <string_view>
#include <vector>

#include <lianxi/schema/value.hpp>

namespace lianxi {

/// Finds texts that were seen before. A flat table: a book may hold a million receipts.
class SeenTexts {
 public:
  /// `most`: at least as many as will come.
  explicit SeenTexts(std::size_t most) {
    std::size_t size = 16;
    while (size < 2 * most) size *= 2;
    slots_.resize(size);
  }

  /// The same text seen before, or null; then this one is noted.
  const Text* find_or_note(const Text& text) {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = std::hash<std::string_view>()(*text) & mask;; at = (at + 1) & mask) {
      if (slots_[at] && **slots_[at] != *text) continue;
      if (slots_[at]) return slots_[at];
      slots_[at] = &text;
      return nullptr;
    }
  }

 private:
  std::vector<const Text*> slots_;
};

}  // namespace lianxi
