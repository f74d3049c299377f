#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <lianxi/base/system_calls.hpp>

namespace fs = std::filesystem;

namespace lianxi {
namespace {

void wait_for_reader(int file) {
  pollfd waiting{file, POLLOUT, 0};
  poll(&waiting, 1, -1);
}

bool is_folder(const fs::path& path) {
  struct stat status = {};
  return stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

}  // namespace

int write_bytes(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = write(file, bytes.data(), bytes.size());
    if (written > 0)
      bytes.remove_prefix(std::size_t(written));
    else if (written < 0 && errno == EAGAIN)
      wait_for_reader(file);
    else if (written == 0 || errno != EINTR)
      return written == 0 ? EIO : errno;
  }
  return 0;
}

int write_new_file(const fs::path& path, std::string_view bytes) {
  const int file =
      carried_on([&] { return open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666); });
  if (file < 0) return errno;
  const int error = write_bytes(file, bytes);
  // Some file systems only say here that there was no room. Of a signal nothing is to be made: the
  // file is closed all the same.
  const int closing = close(file) != 0 && errno != EINTR ? errno : 0;
  return error != 0 ? error : closing;
}

int make_folders(const fs::path& path) {
  if (path.empty() || is_folder(path)) return 0;
  if (carried_on([&] { return mkdir(path.c_str(), 0777); }) == 0) return 0;
  if (errno == EEXIST) return is_folder(path) ? 0 : ENOTDIR;
  if (errno != ENOENT || !path.has_parent_path() || path.parent_path() == path) return errno;
  if (const int error = make_folders(path.parent_path())) return error;
  if (carried_on([&] { return mkdir(path.c_str(), 0777); }) == 0 || is_folder(path)) return 0;
  return errno;
}

}  // namespace lianxi
