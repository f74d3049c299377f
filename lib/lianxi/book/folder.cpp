#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <fnmatch.h>
#include <map>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/source.hpp>
#include <lianxi/base/utf8.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/book/folder.hpp>
#include <lianxi/records/alliance.hpp>

namespace fs = std::filesystem;

namespace lianxi {
namespace {

bool has_yaml_name(std::string_view name) {
  return !name.starts_with('.') && (name.ends_with(".yaml") || name.ends_with(".yml"));
}

/// Reads a whole file; returns errno's number where that fails, EFBIG where it is too large.
int read_bytes(const fs::path& path, std::string& bytes) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) return errno;
  struct stat status = {};
  int error = fstat(file, &status) != 0 ? errno : 0;
  if (error == 0 && std::size_t(status.st_size) > Sources::largest_file) error = EFBIG;
  if (error == 0) {
    bytes.resize(std::size_t(status.st_size));
    std::size_t done = 0;
    while (done < bytes.size()) {
      const auto got = read(file, bytes.data() + done, bytes.size() - done);
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
  if (error == EFBIG) return say({"the file is over 256 MiB", "文件超过 256 MiB"});
  if (error == EACCES) return say({"no permission to read it", "没有读取权限"});
  return say({"it cannot be read: {}", "无法读取：{}"}, std::strerror(error));
}

bool has_alliance_line(std::string_view bytes) {
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(3);
  for (const std::string_view key : {"alliance:", "联盟:"}) {
    if (bytes.starts_with(key)) return true;
    for (auto at = bytes.find(key); at != bytes.npos; at = bytes.find(key, at + 1))
      if (at > 0 && bytes[at - 1] == '\n') return true;
  }
  return false;
}

bool holds_alliance(const fs::path& folder) {
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code ignored;
    std::string bytes;
    if (has_yaml_name(entry->path().filename().native()) && entry->is_regular_file(ignored) &&
        read_bytes(entry->path(), bytes) == 0 && has_alliance_line(bytes))
      return true;
  }
  return false;
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
    } else if (has_yaml_name(name) && entry.is_regular_file(error)) {
      seen_.insert(entry.path().native());
      files_.emplace(relative, 0);
    }
  }

  /// Links are followed last, so that a file's own path wins.
  void link(const std::string& relative, const fs::path& real) {
    std::error_code error;
    if (fs::is_directory(real, error)) {
      folder(real, relative);
    } else if (has_yaml_name(fs::path(relative).filename().native()) &&
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

/// The globs of the alliance, read before anything else from the files that hold one.
std::vector<std::string> ignored_globs(const std::vector<InputFile>& files) {
  std::vector<std::string> globs;
  for (const InputFile& file : files) {
    if (file.path.find('/') != file.path.npos || !has_alliance_line(file.bytes)) continue;
    const Book book = Book::read({file});
    if (!book.alliance()) continue;
    for (const Text& glob : book.alliance()->ignore) globs.emplace_back(*glob);
  }
  return globs;
}

}  // namespace

std::optional<fs::path> find_book(const fs::path& start) {
  std::error_code error;
  for (fs::path folder = fs::absolute(start, error);; folder = folder.parent_path()) {
    if (holds_alliance(folder)) return folder;
    if (folder == folder.parent_path()) return std::nullopt;
  }
}

/// The first segment of a path or glob; what is left stays in `rest`.
static std::string take_segment(std::string_view& rest) {
  const auto slash = rest.find('/');
  const std::string segment(rest.substr(0, slash));
  rest = slash == rest.npos ? std::string_view() : rest.substr(slash + 1);
  return segment;
}

/// Whether the path, or a folder that it lies in, is what the glob describes; `**` stands for
/// any number of folders, also for none.
static bool matches_segments(std::string_view path, std::string_view glob) {
  while (!glob.empty()) {
    std::string_view rest = glob;
    const std::string segment = take_segment(rest);
    if (segment == "**") {
      if (rest.empty()) return !path.empty();
      for (; !path.empty(); take_segment(path))
        if (matches_segments(path, rest)) return true;
      return false;
    }
    if (path.empty() || fnmatch(segment.c_str(), take_segment(path).c_str(), 0) != 0) return false;
    glob = rest;
  }
  return true;
}

bool matches_glob(std::string_view path, std::string_view glob) {
  while (glob.ends_with('/')) glob.remove_suffix(1);
  if (glob.starts_with("./")) glob.remove_prefix(2);
  if (glob.empty()) return false;
  if (glob.starts_with('/')) return matches_segments(path, glob.substr(1));
  if (glob.find('/') != glob.npos) return matches_segments(path, glob);
  return matches_segments(path, "**/" + std::string(glob));
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
    const int fault = listing_error != 0 ? listing_error : read_bytes(folder / path, file.bytes);
    if (fault != 0) file.fault = unreadable(fault);
    files.push_back(std::move(file));
  }
  for (const auto& glob : ignored_globs(files))
    std::erase_if(files, [&](const InputFile& file) { return matches_glob(file.path, glob); });
  return files;
}

}  // namespace lianxi
