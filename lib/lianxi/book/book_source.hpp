// Where a book is read from: a folder, a revision of a git repository, or what is staged there.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/book/folder.hpp>
#include <lianxi/export.hpp>
#include <lianxi/git/repository.hpp>

namespace lianxi LIANXI_EXPORT {

class BookSource {
 public:
  virtual ~BookSource() = default;

  /// All files of the book and those that only look like one, as read_folder gives them. Throws
  /// Error where they cannot be listed or, of a revision, read. As many threads as `jobs` may
  /// read at a time.
  virtual std::vector<InputFile> files(unsigned jobs) const = 0;

  enum class Found : std::uint8_t { file, missing, outside };

  /// Whether a path names a file, of whatever kind, that lies in the book with all links followed.
  /// It is relative to the book, with no `.` or `..` left in it.
  virtual Found find(const std::filesystem::path&) const = 0;
};

/// The book in a folder, as it is now.
std::unique_ptr<BookSource> folder_source(const std::filesystem::path& folder);

/// A book in a git repository, at one moment: a revision, or what is staged.
struct GitBook {
  Repository repository;
  std::string folder;             ///< From the top of the repository; "" for the top itself.
  std::vector<GitEntry> entries;  ///< All that is below it, names being paths from it; no folders.
};

/// The same book as a checkout of it would hold.
std::unique_ptr<BookSource> git_source(GitBook);

/// What a revision holds below a path from the top; empty where there is no such folder.
std::vector<GitEntry> entries_below(const Repository&, const GitId& commit, std::string_view path);

/// Whether a folder that directly holds these is a book's: one of them is a YAML file with a line
/// that begins with `alliance:`, as find_book asks. What lies further down does not count.
bool holds_book(const Repository&, const std::vector<GitEntry>&);

}  // namespace lianxi
