#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

#include <lianxi/base/output.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/system_calls.hpp>
#include <lianxi/base/whole_file.hpp>

namespace fs = std::filesystem;

namespace lianxi LIANXI_EXPORT {
namespace {

/// The number of what this program has open, where the path stands for that: `/dev/fd/3`, and
/// `/dev/stdout`, which is a link to the like. Opened anew, a file would be written from its start.
std::optional<int> open_number(fs::path path) {
  constexpr int most_links = 40;  // as the kernel follows
  std::error_code error;
  for (int links = 0; links < most_links; ++links) {
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    const std::string name = path.filename().native();
    int number = 0;
    const auto [end, fault] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (fault == std::errc() && end == name.data() + name.size() &&
        fs::equivalent(folder, "/proc/self/fd", error))
      return number;
    if (!fs::is_symlink(path, error)) return std::nullopt;
    path = folder / fs::read_symlink(path, error);
  }
  return std::nullopt;
}

[[noreturn]] void cannot_write_to(const fs::path& path, int error) {
  throw Error(
      say({"cannot write to {}: {}", "无法写入 {}：{}"}, path.native(), std::strerror(error)));
}

}  // namespace

bool is_stream(const fs::path& path) {
  if (open_number(path)) return true;
  struct stat status = {};
  return stat(path.c_str(), &status) == 0 && (S_ISFIFO(status.st_mode) || S_ISCHR(status.st_mode));
}

void write_stream(const fs::path& path, std::string_view bytes) {
  const auto number = open_number(path);
  const int file =
      number ? fcntl(*number, F_DUPFD_CLOEXEC, 0)
             : carried_on([&] { return open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY); });
  if (file < 0) cannot_write_to(path, errno);
  const int error = write_bytes(file, bytes);
  const int closing = close(file) != 0 && errno != EINTR ? errno : 0;
  if (error == EPIPE) return;
  if (error != 0 || closing != 0) cannot_write_to(path, error != 0 ? error : closing);
}

void write_output(const fs::path& path, std::string_view bytes) {
  if (is_stream(path)) return write_stream(path, bytes);
  write_whole(path, bytes, true);
}

int write_open(int file, std::string_view bytes) { return write_bytes(file, bytes); }

}  // namespace lianxi
