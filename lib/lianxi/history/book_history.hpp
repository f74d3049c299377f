// The commits that a book went through, and which of its files each of them changed.
#pragma once
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <lianxi/export.hpp>
#include <lianxi/git/repository.hpp>

namespace lianxi LIANXI_EXPORT {

/// A YAML file that a commit holds other than its first parent, by its path in the book.
struct FileChange {
  std::string path;
  std::optional<GitId> before, after;  ///< The bytes; nothing where the file is not there.
};

/// A commit, with what it changed in the book.
struct BookCommit {
  GitCommitInfo info;
  std::vector<std::size_t> parents;  ///< Their numbers, as far as they are there.
  bool is_cut_off = false;           ///< It came from commits that are not there (a shallow clone).
  std::string folder;                ///< Where the book lies in it, from the top.
  std::vector<FileChange> files;     ///< Of the first commit, and where one was cut off, all files.
};

/// Which book is followed, and from which commit back.
struct HistoryStart {
  Repository repository;
  GitId commit;
  std::string folder;                ///< Of the book in that commit, from the top.
  std::vector<std::string> ignored;  ///< Globs of paths that are not part of the book.
};

/// The commit that a history begins with and all that it came from, a commit never after one that
/// came from it: number 0 is the latest. A book that was moved to another folder as a whole is
/// followed there, where the commit that moved it leaves no doubt. Links and files in hidden
/// folders are passed over. Throws Error where git's objects are missing or damaged. O(commits ·
/// folders that changed).
class BookHistory {
 public:
  explicit BookHistory(HistoryStart);

  const std::vector<BookCommit>& commits() const { return commits_; }
  const Repository& repository() const { return start_.repository; }
  const HistoryStart& start() const { return start_; }
  bool is_cut_off() const;

 private:
  HistoryStart start_;
  std::vector<BookCommit> commits_;
};

}  // namespace lianxi
