// Numbers that may be given only once: ids, receipts, vouchers.
#pragma once
#include <cstdint>
#include <string_view>

#include <lianxi/base/flat_index.hpp>
#include <lianxi/schema/value.hpp>

namespace lianxi {

/// Calls `repeated(number, first)` for each text that stands before already: `text_of(number)`
/// gives the `count` texts, of which some may not be given. A book may hold a million receipts, so
/// the memory in which a text would stand is asked for some texts ahead.
template <class TextOf, class Repeated>
void for_each_repeated(std::size_t count, const TextOf& text_of, const Repeated& repeated) {
  constexpr std::size_t ahead = 12;
  FlatIndex seen(count);
  const auto view_of = [&](std::uint32_t number) { return *text_of(number); };
  for (std::size_t number = 0; number < count; ++number) {
    if (number + ahead < count)
      if (const Text& later = text_of(number + ahead)) seen.look_ahead(*later);
    const Text& text = text_of(number);
    if (!text) continue;
    if (const auto first = seen.find_or_note(*text, std::uint32_t(number), view_of))
      repeated(number, text_of(*first));
  }
}

}  // namespace lianxi
