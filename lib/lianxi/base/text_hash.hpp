// A hash of short texts such as ids.
#pragma once
#include <cstdint>
#include <cstring>
#include <string_view>

#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// Differs from run to run, so that nobody can write a book whose ids all fall together. What is
/// printed never depends on it, as tables are only asked and never gone through.
std::uint64_t hash_seed();

/// Mixes eight bytes at a time: both halves of a product depend on all bits of both factors.
inline std::uint64_t text_hash(std::string_view text, std::uint64_t seed) {
  constexpr std::uint64_t odd = 0x9E37'79B9'7F4A'7C15, other = 0xD6E8'FEB8'6659'FD93;
  const auto mixed = [](std::uint64_t a, std::uint64_t b) {
    __extension__ using Wide = unsigned __int128;
    const Wide product = Wide(a) * b;
    return std::uint64_t(product) ^ std::uint64_t(product >> 64);
  };
  std::uint64_t hash = seed ^ (text.size() * odd);
  const char* at = text.data();
  std::size_t left = text.size();
  for (; left >= 8; at += 8, left -= 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, 8);
    hash = mixed(hash ^ word, odd);
  }
  std::uint64_t word = 0;
  if (left > 0) std::memcpy(&word, at, left);
  return mixed(hash ^ word, other);
}

}  // namespace lianxi
