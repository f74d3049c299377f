#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <stdio.h>  // NOLINT(modernize-deprecated-headers): <cstdio> has no renameat2
#include <string>
#include <unistd.h>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/whole_folder.hpp>

namespace fs = std::filesystem;

namespace lianxi LIANXI_EXPORT {
namespace {

[[noreturn]] void cannot_write(const fs::path& path, int error) {
  throw Error(say({"cannot write {}: {}", "无法写入 {}：{}"}, path.native(), std::strerror(error)));
}

void write_all(const fs::path& path, std::string_view bytes) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0) cannot_write(path, errno);
  int error = 0;
  while (!bytes.empty() && error == 0) {
    const auto written = write(file, bytes.data(), bytes.size());
    if (written > 0)
      bytes.remove_prefix(std::size_t(written));
    else if (written == 0 || errno != EINTR)
      error = written == 0 ? EIO : errno;
  }
  // Some file systems only say here that there was no room.
  if (close(file) != 0 && error == 0) error = errno;
  if (error != 0) cannot_write(path, error);
}

/// Makes folders of any depth; those that are there stay.
void make_folders(const fs::path& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) cannot_write(path, error.value());
}

}  // namespace

WholeFolder::WholeFolder(fs::path target) : target_(std::move(target)) {
  make_folders(target_.parent_path());
  for (int i = 0; i < 1000; ++i) {
    path_ = target_.parent_path() / ("." + target_.filename().native() + "-" +
                                     std::to_string(getpid()) + "-" + std::to_string(i) + ".tmp");
    std::error_code error;
    if (fs::create_directory(path_, error)) return;
    if (error) cannot_write(target_, error.value());
  }
  cannot_write(target_, EEXIST);
}

WholeFolder::~WholeFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void WholeFolder::write(const fs::path& file, std::string_view bytes) {
  const fs::path path = path_ / file;
  make_folders(path.parent_path());
  write_all(path, bytes);
}

void WholeFolder::take_name() {
  if (renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, target_.c_str(), RENAME_NOREPLACE) == 0) return;
  // What stood there before is then under the hidden name, and goes with it.
  if (renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, target_.c_str(), RENAME_EXCHANGE) == 0) return;
  replace();
}

void WholeFolder::replace() {
  const fs::path old = path_.native() + ".old";
  if (rename(target_.c_str(), old.c_str()) != 0 && errno != ENOENT) cannot_write(target_, errno);
  if (rename(path_.c_str(), target_.c_str()) != 0) {
    const int error = errno;
    if (rename(old.c_str(), target_.c_str()) != 0) errno = 0;
    cannot_write(target_, error);
  }
  std::error_code ignored;
  fs::remove_all(old, ignored);
}

}  // namespace lianxi
