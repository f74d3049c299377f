#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <lianxi/base/error.hpp>
#include <lianxi/base/file_attributes.hpp>
#include <lianxi/base/left_behind.hpp>
#include <lianxi/base/made_things.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/system_calls.hpp>
#include <lianxi/base/whole_file.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/book_files.hpp>
#include <lianxi/book/pending_files.hpp>

namespace fs = std::filesystem;

namespace lianxi LIANXI_EXPORT {
namespace {

constexpr const char* pending_folder = ".lianxi-pending";
constexpr const char* list_of_paths = "paths";

std::optional<std::string> bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>(in), {}};
}

[[noreturn]] void fail(const fs::path& path, const std::string& why) {
  throw Error(say({"cannot write {}: {}; nothing was changed", "无法写入 {}：{}；原文件未动"},
                  printable(path.native()), why));
}

/// Nobody else may have written what is about to be replaced.
void check_unchanged(const fs::path& folder, const FileToWrite& file) {
  std::error_code error;
  const fs::path path = folder / file.path;
  if (!file.before && !fs::exists(fs::symlink_status(path, error))) return;
  if (file.before && bytes_of(path) == file.before) return;
  throw Error(
      say({"{} has changed meanwhile; nothing was written", "{} 在此期间有改动，未写入任何内容"},
          printable(path.native())),
      say({"try again", "请重试"}));
}

/// A file that could not be replaced later shows that now.
void check_writable(const fs::path& path) {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(path, error);
  if (fs::exists(real, error) && access(real.c_str(), W_OK) != 0) fail(path, std::strerror(errno));
  if (access(real.parent_path().c_str(), W_OK | X_OK) != 0) fail(path, std::strerror(errno));
}

/// A folder of files that are complete, but do not count yet; gone at the end of its life unless
/// it was given its name.
class Staging {
 public:
  explicit Staging(const fs::path& folder) : folder_(folder), path_(folder / name_in_the_making()) {
    remove_left_behind(folder);
    if (carried_on([&] { return mkdir(path_.c_str(), 0700); }) != 0)
      fail(path_, std::strerror(errno));
    open_ = open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    say_in_the_making(open_);
  }
  ~Staging() {
    std::error_code ignored;
    if (!counts_) fs::remove_all(path_, ignored);
    if (open_ >= 0) close(open_);
  }
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;

  void add(const FileToWrite& file, std::size_t number) {
    const fs::path staged = path_ / std::to_string(number);
    write_whole(staged, file.bytes, false);
    resemble(staged, folder_ / file.path);
    paths_ += file.path + '\0';
  }

  /// From here on the new files count.
  void give_name() {
    write_whole(path_ / list_of_paths, paths_, false);
    const fs::path pending = folder_ / pending_folder;
    if (carried_on([&] { return rename(path_.c_str(), pending.c_str()); }) != 0)
      fail(folder_, std::strerror(errno));
    counts_ = true;
  }

 private:
  /// As the file that it will replace: its mode, and its owner where that may be given.
  static void resemble(const fs::path& staged, const fs::path& target) {
    struct stat old = {};
    if (stat(target.c_str(), &old) != 0) return;
    if (carried_on([&] { return chown(staged.c_str(), old.st_uid, old.st_gid); }) != 0) errno = 0;
    copy_attributes(target, staged);
    if (carried_on([&] { return chmod(staged.c_str(), old.st_mode & 07777); }) != 0)
      fail(target, std::strerror(errno));
  }

  fs::path folder_, path_;
  std::string paths_;
  int open_ = -1;  ///< Held, so that nobody takes the folder for one that was left behind.
  bool counts_ = false;
};

/// Keeps others who write the same book waiting, so that nobody replaces what another has just
/// written. Where the file system has no locks, nothing does.
class Turn {
 public:
  explicit Turn(const fs::path& folder)
      : open_(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (open_ >= 0 && carried_on([&] { return flock(open_, LOCK_EX); }) != 0) errno = 0;
  }
  ~Turn() {
    if (open_ >= 0) close(open_);
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  int open_;
};

/// Whether this program may have laid that down: a file of records, not hidden, that lies in the
/// book with all links followed. What stands in the folder may have come from anywhere.
bool may_be_ours(const fs::path& folder, const std::string& name) {
  const fs::path path(name);
  if (path.empty() || path.is_absolute() || !has_yaml_name(name)) return false;
  for (const fs::path& part : path)
    if (part.empty() || part.native().front() == '.') return false;
  std::error_code error;
  const fs::path top = fs::weakly_canonical(folder, error);
  const fs::path real = fs::weakly_canonical(folder / path, error);
  if (error) return false;
  return std::mismatch(top.begin(), top.end(), real.begin(), real.end()).first == top.end();
}

std::vector<std::string> listed_paths(const fs::path& pending) {
  std::vector<std::string> paths;
  const std::string list = bytes_of(pending / list_of_paths).value_or("");
  // Earlier versions wrote one on a line, which a name may hold too.
  const char end = list.find('\0') == list.npos ? '\n' : '\0';
  for (std::size_t at = 0, to = 0; (to = list.find(end, at)) != list.npos; at = to + 1)
    paths.push_back(list.substr(at, to - at));
  return paths;
}

void put_into_place(const fs::path& staged, const fs::path& target) {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(target, error);
  make_folders(real.parent_path());
  if (carried_on([&] { return rename(staged.c_str(), real.c_str()); }) == 0) return;
  if (errno != EXDEV)
    throw Error(say({"cannot write {}: {}; the change counts, and the next that is written puts it "
                     "into place",
                     "无法写入 {}：{}；改动已经生效，下次写入时补齐"},
                    printable(target.native()), std::strerror(errno)));
  const auto bytes = bytes_of(staged);
  if (bytes) write_whole(real, *bytes, fs::exists(real, error));
}

}  // namespace

/// A folder, and in it files, that nobody put a link in the place of.
static bool is_sound(const fs::path& folder, const std::vector<std::string>& paths) {
  const fs::path pending = folder / pending_folder;
  std::error_code error;
  if (!fs::is_directory(fs::symlink_status(pending, error))) return false;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const auto status = fs::symlink_status(pending / std::to_string(i), error);
    if (fs::exists(status) && !fs::is_regular_file(status)) return false;
    if (!may_be_ours(folder, paths[i])) return false;
  }
  return true;
}

std::vector<PendingFile> pending_files(const fs::path& folder) {
  std::vector<PendingFile> files;
  const fs::path pending = folder / pending_folder;
  if (access(pending.c_str(), F_OK) != 0) return files;
  const auto paths = listed_paths(pending);
  if (!is_sound(folder, paths)) return files;
  for (std::size_t i = 0; i < paths.size(); ++i)
    if (auto bytes = bytes_of(pending / std::to_string(i)))
      files.push_back({paths[i], std::move(*bytes)});
  return files;
}

void finish_pending(const fs::path& folder) {
  const fs::path pending = folder / pending_folder;
  if (access(pending.c_str(), F_OK) != 0) return;
  const auto paths = listed_paths(pending);
  if (!is_sound(folder, paths))
    throw Error(say({"{} is not what a writing that was broken off leaves; nothing was written",
                     "{} 不是中断的写入留下的内容；未写入任何内容"},
                    printable(pending.native())),
                say({"find out where it came from, and delete it", "请查明来历，并将其删除"}));
  std::error_code error;
  for (std::size_t i = 0; i < paths.size(); ++i)
    if (const fs::path staged = pending / std::to_string(i); fs::exists(staged, error))
      put_into_place(staged, folder / paths[i]);
  fs::remove_all(pending, error);
}

void write_all(const fs::path& folder, std::span<const FileToWrite> files) {
  const Turn turn(folder);
  finish_pending(folder);
  for (const FileToWrite& file : files) check_unchanged(folder, file);
  MadeThings folders;
  for (const FileToWrite& file : files) folders.make_folder((folder / file.path).parent_path());
  if (files.size() == 1) {
    const FileToWrite& file = files.front();
    write_whole(folder / file.path, file.bytes, file.before.has_value());
    return folders.keep();
  }
  for (const FileToWrite& file : files) check_writable(folder / file.path);
  Staging staging(folder);
  for (std::size_t i = 0; i < files.size(); ++i) staging.add(files[i], i);
  staging.give_name();
  folders.keep();
  finish_pending(folder);
}

}  // namespace lianxi
