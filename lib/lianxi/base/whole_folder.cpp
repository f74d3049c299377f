#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <stdio.h>  // NOLINT(modernize-deprecated-headers): <cstdio> has no renameat2
#include <string>
#include <unistd.h>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/whole_folder.hpp>

namespace fs = std::filesystem;

namespace lianxi {
namespace {

[[noreturn]] void cannot_write(const fs::path& path, int error) {
  throw Error(say({"cannot write {}: {}", "无法写入 {}：{}"}, path.native(), std::strerror(error)));
}

/// An open file, closed at the end.
class OpenFile {
 public:
  OpenFile(const fs::path& path, int flags) : file_(open(path.c_str(), flags | O_CLOEXEC, 0666)) {
    if (file_ < 0) cannot_write(path, errno);
  }
  ~OpenFile() { close(file_); }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  int number() const { return file_; }

 private:
  int file_;
};

void write_all(const fs::path& path, std::string_view bytes) {
  const OpenFile file(path, O_WRONLY | O_CREAT | O_EXCL);
  while (!bytes.empty()) {
    const auto written = write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) cannot_write(path, written < 0 ? errno : EIO);
    bytes.remove_prefix(std::size_t(written));
  }
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
  // Some file systems only say here that there was no room.
  if (const OpenFile folder(path_, O_RDONLY | O_DIRECTORY); syncfs(folder.number()) != 0)
    cannot_write(target_, errno);
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
