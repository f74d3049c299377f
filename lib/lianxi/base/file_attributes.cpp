#include <cerrno>
#include <cstring>
#include <string>
#include <sys/xattr.h>

#include <lianxi/base/file_attributes.hpp>

namespace lianxi {

void copy_attributes(const std::filesystem::path& from, const std::filesystem::path& to) {
  const auto listed = llistxattr(from.c_str(), nullptr, 0);
  if (listed <= 0) return;
  constexpr std::size_t largest = std::size_t(64) << 10;
  std::string names(largest, '\0'), value(largest, '\0');
  const auto size = llistxattr(from.c_str(), names.data(), names.size());
  for (std::size_t at = 0; size > 0 && at < std::size_t(size);) {
    const char* const name = names.c_str() + at;
    const auto length = lgetxattr(from.c_str(), name, value.data(), value.size());
    if (length >= 0 && lsetxattr(to.c_str(), name, value.data(), std::size_t(length), 0) != 0)
      errno = 0;
    at += std::strlen(name) + 1;
  }
}

}  // namespace lianxi
