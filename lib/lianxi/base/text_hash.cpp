#include <sys/random.h>

#include <lianxi/base/text_hash.hpp>

namespace lianxi LIANXI_EXPORT {

std::uint64_t hash_seed() {
  static const std::uint64_t seed = [] {
    std::uint64_t bytes = 0;
    // Where none is to be had, all are hashed as they are: right, if not as safe from malice.
    if (getrandom(&bytes, sizeof bytes, GRND_NONBLOCK) != sizeof bytes) return std::uint64_t(0);
    return bytes;
  }();
  return seed;
}

}  // namespace lianxi
