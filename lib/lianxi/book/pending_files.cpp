#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include <lianxi/base/error.hpp>
#include <lianxi/base/file_attributes.hpp>
#include <lianxi/base/left_behind.hpp>
#include <lianxi/base/made_things.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/sha256.hpp>
#include <lianxi/base/signals_held_back.hpp>
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
constexpr const char* list_of_sums = "sums";  // of what each file is to replace
constexpr const char* mark_of_place = "place";

std::optional<std::string> bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>(in), {}};
}

/// Tells two texts from each other, and from none.
std::string sum_of(const std::optional<std::string>& bytes) { return bytes ? sha256(*bytes) : "-"; }

/// What a folder has on this disk alone: no copy of it, such as a clone, has the same.
std::string place_of(const fs::path& folder) {
  struct stat found = {};
  return lstat(folder.c_str(), &found) == 0 ? std::to_string(found.st_ino) : "";
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
    sums_ += sum_of(file.before) + '\0';
  }

  /// From here on the new files count.
  void give_name() {
    // It is nothing to commit, and where it comes from elsewhere it is not taken up.
    write_whole(path_ / ".gitignore", "*\n", false);
    write_whole(path_ / mark_of_place, place_of(path_), false);
    write_whole(path_ / list_of_sums, sums_, false);
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
  std::string paths_, sums_;
  int open_ = -1;  ///< Held, so that nobody takes the folder for one that was left behind.
  bool counts_ = false;
};

/// Keeps others who write the same book waiting, so that nobody replaces what another has just
/// written. Where the file system has no locks, nothing does.
class Turn {
 public:
  explicit Turn(const fs::path& folder)
      : open_(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    while (open_ >= 0 && carried_on([&] { return flock(open_, LOCK_EX | LOCK_NB); }) != 0 &&
           errno == EWOULDBLOCK)
      wait();
    errno = 0;
  }
  ~Turn() {
    if (open_ >= 0) close(open_);
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  /// Not for ever: a signal may be held back meanwhile.
  static void wait() {
    if (SignalsHeldBack::is_one_waiting())
      throw Error(say({"interrupted; nothing was written", "已中断，未写入任何内容"}));
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }

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

std::vector<std::string> listed_in(const fs::path& file) {
  std::vector<std::string> entries;
  const std::string list = bytes_of(file).value_or("");
  // Earlier versions wrote one on a line, which a name may hold too.
  const char end = list.find('\0') == list.npos ? '\n' : '\0';
  for (std::size_t at = 0, to = 0; (to = list.find(end, at)) != list.npos; at = to + 1)
    entries.push_back(list.substr(at, to - at));
  return entries;
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

/// A writing that was broken off once it counted, as it lies in the book.
class BrokenOff {
 public:
  explicit BrokenOff(const fs::path& folder) : folder_(folder), pending_(folder / pending_folder) {
    is_there_ = access(pending_.c_str(), F_OK) == 0;
    if (!is_there_) return;
    paths_ = listed_in(pending_ / list_of_paths);
    sums_ = listed_in(pending_ / list_of_sums);
    is_ours_ = holds_ours();
  }

  bool is_there() const { return is_there_; }
  /// Whether it was laid down here, as a folder, and in it files, that nobody put a link in the
  /// place of.
  bool is_ours() const { return is_ours_; }

  /// Calls `visit(path, staged, was_changed)` for each file that is not in its place yet; changed
  /// is one that somebody has edited since, so that it is neither what was to be replaced nor what
  /// it was to become.
  template <class Visit>
  void for_each(const Visit& visit) const {
    std::error_code error;
    for (std::size_t i = 0; i < paths_.size(); ++i)
      if (const fs::path staged = staged_file(i); fs::exists(staged, error))
        visit(paths_[i], staged, was_changed(i));
  }

  const fs::path& path() const { return pending_; }

 private:
  fs::path staged_file(std::size_t number) const { return pending_ / std::to_string(number); }

  bool holds_ours() const {
    std::error_code error;
    if (!fs::is_directory(fs::symlink_status(pending_, error))) return false;
    // Without a list there is nothing to take up: its taking away was broken off.
    if (!fs::exists(pending_ / list_of_paths, error)) return true;
    if (bytes_of(pending_ / mark_of_place) != place_of(pending_)) return false;
    for (std::size_t i = 0; i < paths_.size(); ++i) {
      const auto status = fs::symlink_status(staged_file(i), error);
      if (fs::exists(status) && !fs::is_regular_file(status)) return false;
      if (!may_be_ours(folder_, paths_[i])) return false;
    }
    return true;
  }

  bool was_changed(std::size_t number) const {
    if (number >= sums_.size()) return false;  // an earlier version laid it down
    const std::string now = sum_of(bytes_of(folder_ / paths_[number]));
    return now != sums_[number] && now != sum_of(bytes_of(staged_file(number)));
  }

  fs::path folder_, pending_;
  std::vector<std::string> paths_, sums_;
  bool is_there_ = false, is_ours_ = false;
};

Error not_ours(const BrokenOff& writing) {
  return Error(say({"{} is not what a writing that was broken off leaves; nothing was written",
                    "{} 不是中断的写入留下的内容；未写入任何内容"},
                   printable(writing.path().native())),
               say({"find out where it came from, and delete it", "请查明来历，并将其删除"}));
}

Error changed_since(const std::string& path, const fs::path& staged) {
  return Error(say({"{} was edited after a change of several files had been broken off that would "
                    "have replaced it; nothing was written",
                    "一次涉及多个文件的改动中断后，其中的 {} 又被编辑过；未写入任何内容"},
                   printable(path)),
               say({"compare it with {}, which it was to become; take over what it lacks, delete "
                    "that file, and try again",
                    "请与 {}（当时要写成的内容）对照，补上所缺，删除该文件后重试"},
                   printable(staged.native())));
}

}  // namespace

std::vector<PendingFile> pending_files(const fs::path& folder) {
  std::vector<PendingFile> files;
  const BrokenOff writing(folder);
  if (!writing.is_ours()) return files;
  writing.for_each([&](const std::string& path, const fs::path& staged, bool was_changed) {
    if (was_changed) return;
    if (auto bytes = bytes_of(staged)) files.push_back({path, std::move(*bytes)});
  });
  return files;
}

Message pending_notice(const fs::path& folder) {
  const BrokenOff writing(folder);
  if (!writing.is_there()) return {};
  if (!writing.is_ours())
    return say({"{} is not what a writing that was broken off leaves; it is not read",
                "{} 不是中断的写入留下的内容，不予读取"},
               printable(writing.path().native()));
  std::string edited;
  writing.for_each([&](const std::string& path, const fs::path&, bool was_changed) {
    if (was_changed) edited += (edited.empty() ? "" : ", ") + path;
  });
  if (edited.empty())
    return say(
        {"a change of several files was broken off while it was written; it is read as done, "
         "and the next command that writes completes it",
         "一次涉及多个文件的改动在写入时中断；已按完成读取，下次写入时补齐"});
  return say(
      {"a change of several files was broken off while it was written, and edited since was "
       "{}: that is read as it stands, the rest as done",
       "一次涉及多个文件的改动在写入时中断，此后 {} 又被编辑过：按现有内容读取，其余按完成读取"},
      printable(edited));
}

void finish_pending(const fs::path& folder) {
  const BrokenOff writing(folder);
  if (!writing.is_there()) return;
  if (!writing.is_ours()) throw not_ours(writing);
  writing.for_each([](const std::string& path, const fs::path& staged, bool was_changed) {
    if (was_changed) throw changed_since(path, staged);
  });
  writing.for_each([&](const std::string& path, const fs::path& staged, bool) {
    put_into_place(staged, folder / path);
  });
  std::error_code error;
  fs::remove(writing.path() / list_of_paths, error);
  if (!error) fs::remove_all(writing.path(), error);
}

void write_all(const fs::path& folder, std::span<const FileToWrite> files,
               const std::function<void()>& check) {
  const Turn turn(folder);
  finish_pending(folder);
  if (check) check();
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
