#include <algorithm>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <set>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <utility>

#include <lianxi/base/arena.hpp>
#include <lianxi/base/parallel.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/source.hpp>
#include <lianxi/book/book_files.hpp>
#include <lianxi/book/folder.hpp>
#include <lianxi/book/pending_files.hpp>

namespace fs = std::filesystem;

namespace lianxi LIANXI_EXPORT {
namespace {

/// A file that is open for reading.
class OpenFile {
 public:
  explicit OpenFile(const fs::path& path)
      : file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)),
        error_(file_ < 0 ? errno : 0) {}
  ~OpenFile() {
    if (file_ >= 0) close(file_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  /// errno's number of what went wrong so far, 0 where all is well.
  int error() const { return error_; }

  struct stat status() {
    struct stat status = {};
    if (error_ == 0 && fstat(file_, &status) != 0) error_ = errno;
    return status;
  }

  /// Reads from the start on until the room is full or the file ends; how many bytes it was.
  std::size_t read(char* room, std::size_t size) {
    std::size_t done = 0;
    while (error_ == 0 && done < size) {
      const auto got = pread(file_, room + done, size - done, off_t(done));
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) error_ = errno;
      if (got <= 0) break;
      done += std::size_t(got);
    }
    return done;
  }

 private:
  int file_;
  int error_;
};

bool is_same_moment(const struct stat& one, const struct stat& other) {
  return one.st_size == other.st_size && one.st_mtim.tv_sec == other.st_mtim.tv_sec &&
         one.st_mtim.tv_nsec == other.st_mtim.tv_nsec;
}

/// What `read_bytes` says of a file that somebody goes on writing while it is read.
constexpr int being_written = EAGAIN;

/// Reads a whole file into memory that `room_for(size)` gives; returns errno's number where that
/// fails, EFBIG where it is too large. An editor may be just writing it: then it is read again.
template <class RoomFor>
int read_bytes(const fs::path& path, const RoomFor& room_for, std::string_view& bytes) {
  constexpr int most_tries = 20;
  constexpr auto pause = std::chrono::milliseconds(5);
  for (int tries = 0; tries < most_tries; ++tries) {
    OpenFile file(path);
    const struct stat before = file.status();
    if (file.error() != 0) return file.error();
    if (!S_ISREG(before.st_mode)) return ENOENT;
    const auto size = std::size_t(before.st_size);
    if (size > Sources::largest_file) return EFBIG;
    char* const room = room_for(size);
    bytes = {room, file.read(room, size)};
    const struct stat after = file.status();
    if (file.error() != 0) return file.error();
    if (bytes.size() == size && is_same_moment(before, after)) return 0;
    std::this_thread::sleep_for(pause);
  }
  return being_written;
}

/// Reads files into memory of its own, which lives as long as anybody holds a file's bytes.
class FileRoom {
 public:
  int read(const fs::path& path, FileBytes& bytes) {
    std::string_view view;
    // What a try before the last one read is passed over.
    const auto mark = memory_->mark();
    const auto room = [&](std::size_t size) {
      memory_->rewind(mark);
      return memory_->room(size);
    };
    const int error = read_bytes(path, room, view);
    bytes = error == 0 ? FileBytes(view, memory_) : FileBytes();
    return error;
  }

 private:
  std::shared_ptr<Arena> memory_ = std::make_shared<Arena>();
};

Message unreadable(int error) {
  if (error == EFBIG) return too_large();
  if (error == being_written)
    return say({"somebody is writing it at this moment; try again", "此刻正有人在写，请重试"});
  if (error == EACCES) return say({"no permission to read it", "没有读取权限"});
  return say({"it cannot be read: {}", "无法读取：{}"}, std::strerror(error));
}

/// The YAML files that lie directly in a folder, first those with the alliance's name, since a
/// book may have thousands there.
std::vector<fs::path> yaml_files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code ignored;
    if (has_yaml_name(entry->path().filename().native()) && entry->is_regular_file(ignored))
      files.push_back(entry->path());
  }
  std::partition(files.begin(), files.end(),
                 [](const fs::path& file) { return has_alliance_name(file.filename().native()); });
  return files;
}

bool holds_alliance(const fs::path& folder) {
  const auto files = yaml_files_in(folder);
  const auto is_found = [](const fs::path& file, auto text_of) {
    FileBytes bytes;
    return FileRoom().read(file, bytes) == 0 && has_alliance_line(text_of(bytes));
  };
  const auto as_it_is = [](std::string_view bytes) { return bytes; };
  // Hardly any file is of another encoding, so those are asked last.
  return std::ranges::any_of(files, [&](auto& file) { return is_found(file, as_it_is); }) ||
         std::ranges::any_of(files, [&](auto& file) { return is_found(file, foreign_text); });
}

/// Walks a book's folder. Every real file is found once, under its own name rather
/// than under a link's.
class Walk {
 public:
  explicit Walk(const fs::path& root) : root_(fs::canonical(root)) {}

  /// Path relative to the book → 0, or the error of a folder that cannot be listed.
  using Found = std::map<std::string, int>;

  /// The files at the top, which say what is no part of the book.
  Found top() {
    folder(root_, "");
    return std::exchange(files_, {});
  }

  /// All others. Folders that hold nothing of the book are not opened.
  Found rest(const IgnoredPaths& ignored) {
    ignored_ = &ignored;
    for (const fs::path& path : at_top_) folder(path, path.filename().native());
    for (const auto& [relative, real] : links_) link(relative, real);
    return std::move(files_);
  }

 private:
  void folder(const fs::path& path, const std::string& relative) {
    if (ignored_ && ignored_->holds_all_in(relative)) return;
    if (!seen_.insert(path.native()).second) return;
    std::error_code error;
    fs::directory_iterator entry(path, error);
    if (error && relative.empty())
      throw Error(say({"cannot list the folder {}: {}", "无法读取文件夹 {}：{}"}, path.native(),
                      error.message()));
    if (error) {
      files_.emplace(relative, error.value());
      return;
    }
    for (; entry != fs::directory_iterator(); entry.increment(error)) {
      if (error) break;
      visit(*entry, relative);
    }
  }

  void visit(const fs::directory_entry& entry, const std::string& parent) {
    const std::string name = entry.path().filename().native();
    if (name.starts_with('.')) return;
    const std::string relative = parent.empty() ? name : parent + "/" + name;
    std::error_code error;
    if (entry.is_symlink(error)) {
      const auto real = fs::canonical(entry.path(), error);
      if (!error && is_inside(real)) links_.emplace(relative, real);
    } else if (entry.is_directory(error)) {
      if (parent.empty())
        at_top_.push_back(entry.path());
      else
        folder(entry.path(), relative);
    } else if (is_of_book(name) && entry.is_regular_file(error)) {
      seen_.insert(entry.path().native());
      files_.emplace(relative, 0);
    }
  }

  /// Links are followed last, so that a file's own path wins.
  void link(const std::string& relative, const fs::path& real) {
    std::error_code error;
    const std::string own_path = real.lexically_relative(root_).native();
    if (fs::is_directory(real, error)) {
      if (!ignored_->holds_all_in(own_path)) folder(real, relative);
    } else if (!ignored_->holds(own_path) && is_of_book(fs::path(relative).filename().native()) &&
               fs::is_regular_file(real, error) && seen_.insert(real.native()).second) {
      files_.emplace(relative, 0);
    }
  }

  bool is_inside(const fs::path& real) const {
    const auto [end, ignored] = std::mismatch(root_.begin(), root_.end(), real.begin(), real.end());
    return end == root_.end();
  }

  fs::path root_;
  const IgnoredPaths* ignored_ = nullptr;
  std::vector<fs::path> at_top_;
  Found files_;
  std::map<std::string, fs::path> links_;
  std::set<std::string> seen_;
};

}  // namespace

std::optional<fs::path> find_book(const fs::path& start) {
  std::error_code error;
  for (fs::path folder = fs::absolute(start, error);; folder = folder.parent_path()) {
    if (holds_alliance(folder)) return folder;
    if (folder == folder.parent_path()) return std::nullopt;
  }
}

std::optional<fs::path> book_below(const fs::path& folder) {
  std::vector<fs::path> folders;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code ignored;
    if (!entry->path().filename().native().starts_with('.') && entry->is_directory(ignored))
      folders.push_back(entry->path());
  }
  std::ranges::sort(folders);
  const auto found = std::ranges::find_if(folders, holds_alliance);
  return found == folders.end() ? std::nullopt : std::optional(*found);
}

std::optional<Error> no_book_in(const fs::path& folder) {
  if (holds_alliance(folder)) return std::nullopt;
  std::error_code error;
  const bool is_there = fs::is_directory(folder, error);
  auto near = find_book(fs::weakly_canonical(folder, error));
  if (!near && is_there) near = book_below(folder);
  return Error(
      is_there ? say({"{} is no book: no YAML file in it has a line that begins with “alliance:”",
                      "{} 不是账本：其中没有以“联盟：”起行的 YAML 文件"},
                     folder.native())
               : say({"there is no folder {}", "没有文件夹 {}"}, folder.native()),
      near ? say({"there is a book in {}", "账本在 {}"}, near->native()) : Message{});
}

/// Reads the chosen files, several at a time once there are more than a little of them: until a
/// further thread has begun, a small book is read.
static void read_files(const fs::path& folder, const std::vector<InputFile*>& files,
                       unsigned jobs) {
  constexpr std::size_t little = std::size_t(1) << 19;
  std::vector<FileRoom> rooms(std::max(1U, jobs));
  const auto read = [&](InputFile& file, unsigned thread) {
    const int fault = rooms[thread].read(folder / file.path, file.bytes);
    if (fault != 0) file.fault = unreadable(fault);
  };
  std::size_t done = 0;
  for (std::size_t bytes = 0; done < files.size() && bytes < little; ++done) {
    read(*files[done], 0);
    bytes += files[done]->bytes.size();
  }
  in_parallel(jobs, files.size() - done,
              [&](std::size_t number, unsigned thread) { read(*files[done + number], thread); });
}

namespace {

/// Reads what lies in a folder, first what says which of it is no part of the book.
class FolderReading {
 public:
  FolderReading(const fs::path& folder, unsigned jobs)
      : folder_(folder), jobs_(jobs), walk_(folder) {}

  std::vector<InputFile> run() {
    add(walk_.top());
    put_pending();
    read([](std::string_view path) { return is_at_top(path) && has_alliance_name(path); });
    read(is_at_top);
    add(walk_.rest(ignored_));
    std::ranges::sort(files_, {}, &InputFile::path);
    read([](std::string_view) { return true; });
    return std::move(files_);
  }

 private:
  /// Files that are not read yet; not those that were written by a change since.
  void add(const Walk::Found& found) {
    const auto known = std::ptrdiff_t(files_.size());
    for (const auto& [path, error] : found) {
      const auto end = files_.begin() + known;
      if (std::binary_search(files_.begin(), end, path, ByPath())) continue;
      InputFile file{path, {}};
      file.is_ignored = error == 0 && seems_yaml(name_in_folder(path));
      if (error != 0) file.fault = unreadable(error);
      files_.push_back(std::move(file));
    }
  }

  /// Files of a change that was broken off once it counted.
  void put_pending() {
    for (PendingFile& pending : pending_files(folder_)) {
      const auto at = std::ranges::lower_bound(files_, pending.path, {}, &InputFile::path);
      InputFile file{std::move(pending.path), std::move(pending.bytes)};
      if (at != files_.end() && at->path == file.path)
        *at = std::move(file);
      else
        files_.insert(at, std::move(file));
    }
    for (const InputFile& file : files_) ignored_.add_from(file);
  }

  /// Reads those files, where the book has them.
  template <class Wanted>
  void read(const Wanted& is_wanted) {
    std::erase_if(files_, [&](const InputFile& file) { return ignored_.holds(file.path); });
    std::vector<InputFile*> chosen;
    for (InputFile& file : files_)
      if (!file.fault && !file.is_ignored && !file.bytes.owner() && is_wanted(file.path))
        chosen.push_back(&file);
    read_files(folder_, chosen, jobs_);
    for (const InputFile* file : chosen) ignored_.add_from(*file);
  }

  struct ByPath {
    bool operator()(const InputFile& file, const std::string& path) const {
      return file.path < path;
    }
    bool operator()(const std::string& path, const InputFile& file) const {
      return path < file.path;
    }
  };

  const fs::path& folder_;
  unsigned jobs_;
  Walk walk_;
  IgnoredPaths ignored_;
  std::vector<InputFile> files_;
};

}  // namespace

std::vector<InputFile> read_folder(const fs::path& folder, unsigned jobs) {
  std::error_code error;
  if (!fs::is_directory(folder, error))
    throw Error(say({"there is no folder {}", "没有文件夹 {}"}, folder.native()));
  try {
    return FolderReading(folder, jobs).run();
  } catch (const fs::filesystem_error& e) {
    throw Error(say({"cannot read the folder {}: {}", "无法读取文件夹 {}：{}"}, folder.native(),
                    e.code().message()));
  }
}

}  // namespace lianxi
