#include <sys/auxv.h>

#include <lianxi/base/text_hash.hpp>

namespace lianxi {

std::uint64_t hash_seed() {
  // The kernel hands each program sixteen random bytes.
  static const std::uint64_t seed = [] {
    std::uint64_t bytes = 0;
    if (const auto* random = reinterpret_cast<const char*>(getauxval(AT_RANDOM)))
      std::memcpy(&bytes, random, sizeof bytes);
    return bytes;
  }();
  return seed;
}

}  // namespace lianxi
