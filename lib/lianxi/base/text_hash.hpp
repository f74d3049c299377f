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

/// At most seven bytes in one number, without a loop.
inline std::uint64_t few_bytes(const char* at, std::size_t size) {
  const auto byte = [&](std::size_t i) { return std::uint64_t(static_cast<unsigned char>(at[i])); };
  if (size >= 4) {  // the first four and the last four, of which some may be the same
    std::uint32_t first = 0, last = 0;
    std::memcpy(&first, at, 4);
    std::memcpy(&last, at + size - 4, 4);
    return std::uint64_t(first) << 32 | last;
  }
  return size == 0 ? 0 : byte(0) << 16 | byte(size / 2) << 8 | byte(size - 1);
}

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
  return mixed(hash ^ few_bytes(at, left), other);
}

}  // namespace lianxi
