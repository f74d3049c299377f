// How characters lie in bytes: what must be known of UTF-8 without decoding it.
#pragma once
#include <algorithm>
#include <cstddef>
#include <string_view>

namespace lianxi {

/// What some editors put before a text.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

constexpr bool is_ascii(char byte) { return (static_cast<unsigned char>(byte) & 0x80) == 0; }

constexpr bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char byte) { return is_ascii(byte); });
}

/// Whether the byte goes on with a character that an earlier one began.
constexpr bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// Whether three bytes here are certainly one character: most of Chinese is so.
constexpr bool is_plain_triple(std::string_view text, std::size_t at) {
  if (at + 3 > text.size()) return false;
  const auto first = static_cast<unsigned char>(text[at]);
  return first >= 0xE1 && first <= 0xEC && is_continuation(text[at + 1]) &&
         is_continuation(text[at + 2]);
}

/// Whether a cut before that byte would go through a character.
constexpr bool is_within_character(std::string_view text, std::size_t at) {
  return at > 0 && at < text.size() && is_continuation(text[at]);
}

/// Where the character begins that the byte is part of.
constexpr std::size_t start_of_character(std::string_view text, std::size_t at) {
  while (is_within_character(text, at)) --at;
  return at;
}

/// Where the character ends that goes on at that byte; the byte itself where none does.
constexpr std::size_t end_of_character(std::string_view text, std::size_t at) {
  while (is_within_character(text, at)) ++at;
  return at;
}

/// The length of the valid UTF-8 sequence at `at`, or 0.
constexpr std::size_t utf8_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0;
  };
  const auto goes_on = [&](std::size_t i) { return is_within_character(text, at + i); };
  const unsigned first = byte(0), second = byte(1);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4 || !goes_on(1)) return 0;
  if (first < 0xE0) return 2;
  if (!goes_on(2)) return 0;
  if (first < 0xF0) {
    const bool overlong = first == 0xE0 && second < 0xA0;
    const bool surrogate = first == 0xED && second > 0x9F;
    return overlong || surrogate ? 0 : 3;
  }
  const bool overlong = first == 0xF0 && second < 0x90;
  const bool too_large = first == 0xF4 && second > 0x8F;
  return overlong || too_large || !goes_on(3) ? 0 : 4;
}

/// Whether all of it is valid UTF-8.
constexpr bool is_utf8(std::string_view text) {
  for (std::size_t at = 0, size = 0; at < text.size(); at += size)
    if (size = utf8_length(text, at); size == 0) return false;
  return true;
}

}  // namespace lianxi
