#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <set>
#include <stdio.h>  // NOLINT(modernize-deprecated-headers): <cstdio> has no renameat2
#include <string>
#include <sys/stat.h>
#include <unistd.h>

#include <lianxi/base/file_attributes.hpp>
#include <lianxi/base/left_behind.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/signals_held_back.hpp>
#include <lianxi/base/system_calls.hpp>
#include <lianxi/base/whole_file.hpp>

namespace fs = std::filesystem;

namespace lianxi LIANXI_EXPORT {
namespace {

[[noreturn]] void fail(const fs::path& path, int error) {
  throw Error(say({"cannot write {}: {}; nothing was changed", "无法写入 {}：{}；原文件未动"},
                  path.native(), std::strerror(error)));
}

}  // namespace

/// A file beside the one to be written, gone again unless it is given that one's name.
class FileInTheMaking {
 public:
  FileInTheMaking(fs::path target, mode_t mode) : target_(std::move(target)) {
    constexpr int how = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;
    for (int i = 0; file_ < 0 && (i == 0 || (errno == EEXIST && i < 1000)); ++i) {
      path_ = target_.parent_path() / name_in_the_making();
      file_ = carried_on([&] { return open(path_.c_str(), how, mode); });
    }
    if (file_ < 0) fail(target_, errno);
    say_in_the_making(file_);
  }
  ~FileInTheMaking() {
    if (file_ >= 0) close(file_);
    if (is_there_) carried_on([&] { return unlink(path_.c_str()); });
  }
  FileInTheMaking(const FileInTheMaking&) = delete;
  FileInTheMaking& operator=(const FileInTheMaking&) = delete;

  const fs::path& target() const { return target_; }

  /// Only root may give a file away; that others cannot is no reason not to write.
  void resemble(const struct stat& old) {
    const auto give = [&](uid_t owner) {
      return carried_on([&] { return fchown(file_, owner, old.st_gid); });
    };
    if (give(old.st_uid) != 0 && give(uid_t(-1)) != 0) errno = 0;
    copy_attributes(target_, path_);
    if (carried_on([&] { return fchmod(file_, old.st_mode & 07777); }) != 0) fail(target_, errno);
  }

  void write(std::string_view bytes) {
    if (const int error = write_bytes(file_, bytes)) fail(target_, error);
    if (carried_on([&] { return fsync(file_); }) != 0) fail(target_, errno);
    // Some file systems only say here that there was no room; a signal means nothing here.
    const int closed = close(file_);
    file_ = -1;
    if (closed != 0 && errno != EINTR) fail(target_, errno);
  }

  void take_name(bool replace) {
    const int named = replace ? carried_on([&] { return rename(path_.c_str(), target_.c_str()); })
                              : take_free_name();
    if (named != 0) fail(target_, errno);
    is_there_ = false;
  }

  /// Takes the name so that it can be given back: what stood there before is under the hidden one
  /// until the end.
  void change_places() {
    if (renamed(RENAME_EXCHANGE) == 0)
      has_changed_places_ = true;
    else
      take_name(true);  // a file system that cannot; then what is done is done
  }

  /// Gives back a name that was taken, as far as it can be.
  void give_back() {
    if (has_changed_places_)
      renamed(RENAME_EXCHANGE);
    else if (was_free_)
      carried_on([&] { return unlink(target_.c_str()); });
  }

 private:
  int renamed(unsigned how) {
    return carried_on(
        [&] { return renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, target_.c_str(), how); });
  }

  int take_free_name() {
    was_free_ = renamed(RENAME_NOREPLACE) == 0;
    if (was_free_) return 0;
    if (errno != EINVAL && errno != ENOSYS) return -1;
    // A file system that cannot: a second name never takes the place of another.
    if (carried_on([&] { return link(path_.c_str(), target_.c_str()); }) != 0) return -1;
    was_free_ = true;
    carried_on([&] { return unlink(path_.c_str()); });
    return 0;
  }

  fs::path target_, path_;
  int file_ = -1;
  bool is_there_ = true;  ///< Under its hidden name.
  bool has_changed_places_ = false, was_free_ = false;
};

namespace {

/// The new name must outlive a power cut too. The file is whole either way, so that a
/// folder which cannot be flushed is no error.
void flush_folder(const fs::path& folder) {
  const int file = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return;
  carried_on([&] { return fsync(file); });
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
  if (S_ISDIR(old.st_mode))
    throw Error(say(
        {"{} is a folder, not a file; nothing was changed", "{} 是文件夹，不是文件；原文件未动"},
        path.native()));
  if (!S_ISREG(old.st_mode))
    throw Error(say({"{} is not a regular file", "{} 不是普通文件"}, path.native()));
  // A folder that may be written is no leave to replace a file that may not.
  if (access(path.c_str(), W_OK) != 0) fail(path, errno);
  return old;
}

/// The bytes, laid down beside the file that they are to be.
std::unique_ptr<FileInTheMaking> laid_down(const fs::path& target, std::string_view bytes,
                                           const std::optional<struct stat>& old,
                                           mode_t mode = 0666) {
  auto file = std::make_unique<FileInTheMaking>(target, old ? 0600 : mode);
  if (old) file->resemble(*old);
  file->write(bytes);
  return file;
}

}  // namespace

void write_whole(const fs::path& path, std::string_view bytes, bool replace, unsigned mode) {
  const fs::path target = real_target(path, replace);
  const auto old = replace ? replaced_file(target) : std::nullopt;
  const SignalsHeldBack held;
  remove_left_behind(target.parent_path());
  laid_down(target, bytes, old, mode_t(mode))->take_name(replace);
  flush_folder(target.parent_path());
}

struct WholeFiles::Work {
  struct File {
    std::unique_ptr<FileInTheMaking> file;
    bool replaces_one;

    void take_name() const { replaces_one ? file->change_places() : file->take_name(false); }
  };

  SignalsHeldBack held = {};
  std::vector<File> files = {};
  std::set<fs::path> folders = {};
};

WholeFiles::WholeFiles() : work_(std::make_unique<Work>()) {}
WholeFiles::~WholeFiles() = default;

void WholeFiles::add(const fs::path& path, std::string_view bytes, bool replace) {
  const fs::path target = real_target(path, replace);
  const auto old = replace ? replaced_file(target) : std::nullopt;
  if (work_->folders.insert(target.parent_path()).second) remove_left_behind(target.parent_path());
  work_->files.push_back({laid_down(target, bytes, old), old.has_value()});
}

void WholeFiles::take_names() {
  std::size_t done = 0;
  try {
    for (; done < work_->files.size(); ++done) work_->files[done].take_name();
  } catch (const Error&) {
    while (done > 0) work_->files[--done].file->give_back();
    throw;
  }
  for (const fs::path& folder : work_->folders) flush_folder(folder);
}

}  // namespace lianxi
