#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/source.hpp>
#include <lianxi/book/book_files.hpp>
#include <lianxi/book/folder.hpp>
#include <lianxi/book/pending_files.hpp>

namespace fs = std::filesystem;

namespace lianxi {
namespace {

/// Reads a whole file; returns errno's number where that fails, EFBIG where it is too large.
int read_bytes(const fs::path& path, std::string& bytes) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) return errno;
  struct stat status = {};
  int error = fstat(file, &status) != 0 ? errno : 0;
  if (error == 0 && std::size_t(status.st_size) > Sources::largest_file) error = EFBIG;
  if (error == 0) {
    bytes.resize(std::size_t(status.st_size));
    std::size_t done = 0;
    while (done < bytes.size()) {
      const auto got = ::read(file, bytes.data() + done, bytes.size() - done);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) error = errno;
      if (got <= 0) break;
      done += std::size_t(got);
    }
    bytes.resize(done);
  }
  close(file);
  return error;
}

Message unreadable(int error) {
  if (error == EFBIG) return too_large();
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
    std::string bytes;
    return read_bytes(file, bytes) == 0 && has_alliance_line(text_of(bytes));
  };
  const auto as_it_is = [](const std::string& bytes) -> std::string_view { return bytes; };
  // Hardly any file is of another encoding, so those are asked last.
  return std::ranges::any_of(files, [&](auto& file) { return is_found(file, as_it_is); }) ||
         std::ranges::any_of(files, [&](auto& file) { return is_found(file, foreign_text); });
}

/// Walks a book's folder. Every real file is found once, under its own name rather
/// than under a link's.
class Walk {
 public:
  explicit Walk(const fs::path& root) : root_(fs::canonical(root)) {}

  /// Path relative to the book → the file, or the error of a folder that cannot be listed.
  std::map<std::string, int> run() {
    folder(root_, "");
    for (const auto& [relative, real] : links_) link(relative, real);
    return std::move(files_);
  }

 private:
  void folder(const fs::path& path, const std::string& relative) {
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
      folder(entry.path(), relative);
    } else if (is_of_book(name) && entry.is_regular_file(error)) {
      seen_.insert(entry.path().native());
      files_.emplace(relative, 0);
    }
  }

  /// Links are followed last, so that a file's own path wins.
  void link(const std::string& relative, const fs::path& real) {
    std::error_code error;
    if (fs::is_directory(real, error)) {
      folder(real, relative);
    } else if (is_of_book(fs::path(relative).filename().native()) &&
               fs::is_regular_file(real, error) && seen_.insert(real.native()).second) {
      files_.emplace(relative, 0);
    }
  }

  bool is_inside(const fs::path& real) const {
    const auto [end, ignored] = std::mismatch(root_.begin(), root_.end(), real.begin(), real.end());
    return end == root_.end();
  }

  fs::path root_;
  std::map<std::string, int> files_;
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

/// Files of a change that was broken off once it counted.
static void put_pending(const fs::path& folder, std::vector<InputFile>& files) {
  for (PendingFile& pending : pending_files(folder)) {
    const auto at = std::ranges::lower_bound(files, pending.path, {}, &InputFile::path);
    InputFile file{std::move(pending.path), std::move(pending.bytes)};
    if (at != files.end() && at->path == file.path)
      *at = std::move(file);
    else
      files.insert(at, std::move(file));
  }
}

std::vector<InputFile> read_folder(const fs::path& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error))
    throw Error(say({"there is no folder {}", "没有文件夹 {}"}, folder.native()));
  std::map<std::string, int> found;
  try {
    found = Walk(folder).run();
  } catch (const fs::filesystem_error& e) {
    throw Error(say({"cannot read the folder {}: {}", "无法读取文件夹 {}：{}"}, folder.native(),
                    e.code().message()));
  }
  std::vector<InputFile> files;
  for (const auto& [path, listing_error] : found) {
    InputFile file{path, {}};
    file.is_ignored = listing_error == 0 && seems_yaml(fs::path(path).filename().native());
    const int fault = listing_error != 0 || file.is_ignored ? listing_error
                                                            : read_bytes(folder / path, file.bytes);
    if (fault != 0) file.fault = unreadable(fault);
    files.push_back(std::move(file));
  }
  put_pending(folder, files);
  leave_out_ignored(files);
  return files;
}

}  // namespace lianxi
