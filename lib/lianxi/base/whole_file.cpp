#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <optional>
#include <stdio.h>  // NOLINT(modernize-deprecated-headers): <cstdio> has no renameat2
#include <string>
#include <sys/stat.h>
#include <unistd.h>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/whole_file.hpp>

namespace fs = std::filesystem;

namespace lianxi LIANXI_EXPORT {
namespace {

[[noreturn]] void fail(const fs::path& path, int error) {
  throw Error(say({"cannot write {}: {}; nothing was changed", "无法写入 {}：{}；原文件未动"},
                  path.native(), std::strerror(error)));
}

/// Holds back the signals that would end the program between making a temporary file and
/// naming or removing it. The one for too large a file never comes: writing says so.
class SignalsHeldBack {
 public:
  SignalsHeldBack() {
    sigset_t held;
    sigemptyset(&held);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXFSZ}) sigaddset(&held, signal);
    pthread_sigmask(SIG_BLOCK, &held, &before_);
  }
  ~SignalsHeldBack() {
    sigset_t too_large;
    sigemptyset(&too_large);
    sigaddset(&too_large, SIGXFSZ);
    const timespec at_once = {};
    while (sigtimedwait(&too_large, nullptr, &at_once) == SIGXFSZ) continue;
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  SignalsHeldBack(const SignalsHeldBack&) = delete;
  SignalsHeldBack& operator=(const SignalsHeldBack&) = delete;

 private:
  sigset_t before_;
};

/// A file beside the one to be written, gone again unless it is given that one's name.
class TemporaryFile {
 public:
  TemporaryFile(const fs::path& target, mode_t mode) : target_(target) {
    for (int i = 0; file_ < 0 && (i == 0 || (errno == EEXIST && i < 1000)); ++i) {
      const auto name = ".lianxi-" + std::to_string(getpid()) + "-" + std::to_string(i) + ".tmp";
      path_ = target.parent_path() / name;
      file_ = open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
    }
    if (file_ < 0) fail(target_, errno);
  }
  ~TemporaryFile() {
    if (file_ >= 0) close(file_);
    if (!named_) unlink(path_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  /// Only root may give a file away; that others cannot is no reason not to write.
  void resemble(const struct stat& old) {
    if (fchown(file_, old.st_uid, old.st_gid) != 0 && fchown(file_, uid_t(-1), old.st_gid) != 0)
      errno = 0;
    if (fchmod(file_, old.st_mode & 07777) != 0) fail(target_, errno);
  }

  void write(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto written = ::write(file_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) fail(target_, written < 0 ? errno : EIO);
      bytes.remove_prefix(std::size_t(written));
    }
    if (fsync(file_) != 0) fail(target_, errno);
    // Some file systems only say here that there was no room.
    const int closed = close(file_);
    file_ = -1;
    if (closed != 0) fail(target_, errno);
  }

  void take_name(bool replace) {
    if ((replace ? rename(path_.c_str(), target_.c_str()) : rename_to_free_name()) != 0)
      fail(target_, errno);
    named_ = true;
  }

 private:
  int rename_to_free_name() {
    if (renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, target_.c_str(), RENAME_NOREPLACE) == 0)
      return 0;
    if (errno != EINVAL && errno != ENOSYS) return -1;
    // A file system that cannot: a second name never takes the place of another.
    if (link(path_.c_str(), target_.c_str()) != 0) return -1;
    unlink(path_.c_str());
    return 0;
  }

  const fs::path& target_;
  fs::path path_;
  int file_ = -1;
  bool named_ = false;
};

/// The new name must outlive a power cut too. The file is whole either way, so that a
/// folder which cannot be flushed is no error.
void flush_folder(const fs::path& folder) {
  const int file = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return;
  fsync(file);
  close(file);
}

/// The file that is to be written: past links, with a folder before its name.
fs::path real_target(const fs::path& path, bool replace) {
  std::error_code error;
  const bool link = replace && fs::is_symlink(path, error);
  const fs::path real = link ? fs::canonical(path, error) : path;
  if (link && error) fail(path, error.value());
  return real.has_parent_path() ? real : "." / real;
}

/// What stands there now and is to be replaced, if it may be.
std::optional<struct stat> replaced_file(const fs::path& path) {
  struct stat old = {};
  if (lstat(path.c_str(), &old) != 0) {
    if (errno == ENOENT) return std::nullopt;
    fail(path, errno);
  }
  if (S_ISDIR(old.st_mode)) fail(path, EISDIR);
  if (!S_ISREG(old.st_mode))
    throw Error(say({"{} is not a regular file", "{} 不是普通文件"}, path.native()));
  // A folder that may be written is no leave to replace a file that may not.
  if (access(path.c_str(), W_OK) != 0) fail(path, errno);
  return old;
}

}  // namespace

void write_whole(const fs::path& path, std::string_view bytes, bool replace) {
  const fs::path target = real_target(path, replace);
  const auto old = replace ? replaced_file(target) : std::nullopt;
  const SignalsHeldBack held;
  TemporaryFile file(target, old ? 0600 : 0666);
  if (old) file.resemble(*old);
  file.write(bytes);
  file.take_name(replace);
  flush_folder(target.parent_path());
}

}  // namespace lianxi
