// Numbers that may be given only once: receipts, vouchers.
#pragma once
#include <string_view>
#include <vector>

#include <lianxi/base/flat_index.hpp>
#include <lianxi/schema/value.hpp>

namespace lianxi {

/// Finds texts that were seen before: a book may hold a million receipts.
class SeenTexts {
 public:
  /// `most`: at least as many as will come.
  explicit SeenTexts(std::size_t most) : index_(most) { seen_.reserve(most); }

  /// How far ahead of the text that is asked for it pays to look.
  static constexpr std::size_t ahead = 12;

  /// Says that this text will be asked for soon.
  void look_ahead(const Text& text) const {
    if (text) index_.look_ahead(*text);
  }

  /// The same text seen before, or null; then this one is noted.
  const Text* find_or_note(const Text& text) {
    const auto text_of = [&](std::uint32_t number) { return **seen_[number]; };
    if (const auto first = index_.find_or_note(*text, std::uint32_t(seen_.size()), text_of))
      return seen_[*first];
    seen_.push_back(&text);
    return nullptr;
  }

 private:
  FlatIndex index_;
  std::vector<const Text*> seen_;
};

}  // namespace lianxi
