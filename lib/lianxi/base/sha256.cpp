#include <sha256.h>

#include <lianxi/base/sha256.hpp>

namespace lianxi LIANXI_EXPORT {

std::string sha256(std::string_view text) {
  char hexadecimal[SHA256_DIGEST_STRING_LENGTH];
  SHA256Data(reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), hexadecimal);
  return hexadecimal;
}

}  // namespace lianxi
