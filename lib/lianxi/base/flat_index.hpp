// Which of many texts is where: a table that costs eight bytes a place.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include <lianxi/base/memory_block.hpp>
#include <lianxi/base/text_hash.hpp>

namespace lianxi {

/// Finds the number that was noted under a text. The texts lie elsewhere: whoever asks says by
/// `text_of(number)` which one a number stands for. All costs are O(length of the text).
class FlatIndex {
 public:
  FlatIndex() = default;
  /// `most`: at least as many texts as will come.
  explicit FlatIndex(std::size_t most) : seed_(hash_seed()) {
    std::size_t size = 8;
    while (size < most + most / 2 + 1) size *= 2;
    memory_ = MemoryBlock(size * sizeof(Slot));
    mask_ = size - 1;
  }

  /// The number that stands under an equal text; nothing where this is the first of them, which
  /// is noted then.
  template <class TextOf>
  std::optional<std::uint32_t> find_or_note(std::string_view text, std::uint32_t number,
                                            const TextOf& text_of) {
    const std::uint64_t hash = text_hash(text, seed_);
    Slot& slot = slot_of(text, hash, text_of);
    if (slot.number != 0) return slot.number - 1;
    slot = {tag_of(hash), number + 1};
    return std::nullopt;
  }

  /// Has the memory fetched in which the text would stand: of a million texts that are looked for
  /// one after the other, each would wait for it.
  void look_ahead(std::string_view text) const {
    __builtin_prefetch(reinterpret_cast<const Slot*>(memory_.bytes()) +
                       (text_hash(text, seed_) & mask_));
  }

  template <class TextOf>
  std::optional<std::uint32_t> find(std::string_view text, const TextOf& text_of) const {
    if (!memory_.bytes()) return std::nullopt;
    const Slot& slot = slot_of(text, text_hash(text, seed_), text_of);
    return slot.number == 0 ? std::nullopt : std::optional(slot.number - 1);
  }

 private:
  struct Slot {
    std::uint32_t tag;     ///< Bits of the hash that do not say where it stands.
    std::uint32_t number;  ///< One more than the number; 0 where the place is free.
  };

  static std::uint32_t tag_of(std::uint64_t hash) { return std::uint32_t(hash >> 32); }

  /// Where the text stands, or where it would.
  template <class TextOf>
  Slot& slot_of(std::string_view text, std::uint64_t hash, const TextOf& text_of) const {
    Slot* const slots = reinterpret_cast<Slot*>(memory_.bytes());
    for (std::size_t at = hash & mask_;; at = (at + 1) & mask_) {
      Slot& slot = slots[at];
      if (slot.number == 0) return slot;
      if (slot.tag == tag_of(hash) && text_of(slot.number - 1) == text) return slot;
    }
  }

  MemoryBlock memory_;
  std::size_t mask_ = 0;
  std::uint64_t seed_ = 0;
};

}  // namespace lianxi
