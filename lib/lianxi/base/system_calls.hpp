// Calls of the system, made until they are done: a signal may break one off, and one that writes
// may do only a part of what it was asked.
#pragma once
#include <cerrno>
#include <filesystem>
#include <string_view>

namespace lianxi {

/// Makes the call again as long as a signal broke it off.
template <class Call>
auto carried_on(const Call& call) {
  auto result = call();
  while (result < 0 && errno == EINTR) result = call();
  return result;
}

/// Writes all of the bytes, and waits for whoever reads them. Returns errno's number of what went
/// wrong, 0 where all is well.
int write_bytes(int file, std::string_view bytes);

/// Makes a file that is not there yet and holds these bytes; likewise. What was made of it where
/// that fails stays.
int write_new_file(const std::filesystem::path& path, std::string_view bytes);

/// Makes a folder, and those that it lies in; what is there stays. Likewise.
int make_folders(const std::filesystem::path& path);

}  // namespace lianxi
