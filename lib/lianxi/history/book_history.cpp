#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include <lianxi/book/book_files.hpp>
#include <lianxi/book/book_source.hpp>
#include <lianxi/history/book_history.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

using EntryKind = GitEntry::Kind;

/// The commits beyond which a shallow clone has nothing, as git writes them down.
std::set<std::string> shallow_commits(const Repository& repository) {
  std::ifstream in(repository.shared_folder() / "shallow");
  std::set<std::string> all;
  for (std::string line; std::getline(in, line);) all.insert(line);
  return all;
}

std::string path_below(const std::string& folder, const std::string& name) {
  return folder.empty() ? name : folder + "/" + name;
}

/// Compares folders by their ids, so that only what differs is looked into.
class FolderComparison {
 public:
  FolderComparison(const HistoryStart& start, std::vector<FileChange>& found)
      : start_(start), found_(found) {}

  void compare(const std::optional<GitId>& before, const std::optional<GitId>& after,
               const std::string& path) {
    if (before == after) return;
    const auto old = entries_of(before), now = entries_of(after);
    for (const auto& [name, entry] : now) {
      const auto was = old.find(name);
      visit(was == old.end() ? nullptr : &was->second, &entry, path_below(path, name));
    }
    for (const auto& [name, entry] : old)
      if (!now.contains(name)) visit(&entry, nullptr, path_below(path, name));
  }

 private:
  using Entries = std::map<std::string, GitEntry>;

  /// The folders and the YAML files in a folder.
  Entries entries_of(const std::optional<GitId>& folder) const {
    Entries all;
    if (!folder) return all;
    for (GitEntry& entry : start_.repository.entries(*folder))
      if (!entry.name.starts_with('.') &&
          (entry.kind == EntryKind::folder ||
           (entry.kind == EntryKind::file && has_yaml_name(entry.name))))
        all.emplace(entry.name, std::move(entry));
    return all;
  }

  static std::optional<GitId> id_if(const GitEntry* entry, EntryKind kind) {
    return entry && entry->kind == kind ? std::optional(entry->id) : std::nullopt;
  }

  void visit(const GitEntry* before, const GitEntry* after, const std::string& path) {
    if (before && after && before->id == after->id && before->kind == after->kind) return;
    compare(id_if(before, EntryKind::folder), id_if(after, EntryKind::folder), path);
    const auto was = id_if(before, EntryKind::file), is = id_if(after, EntryKind::file);
    if (was == is || is_ignored(path)) return;
    found_.push_back({path, was, is});
  }

  bool is_ignored(const std::string& path) const {
    return std::ranges::any_of(start_.ignored,
                               [&](const auto& glob) { return matches_glob(path, glob); });
  }

  const HistoryStart& start_;
  std::vector<FileChange>& found_;
};

/// Where a commit has its books, from the top.
class BookFolders {
 public:
  explicit BookFolders(const Repository& repository) : repository_(repository) {}

  std::set<std::string> of(const GitId& commit) {
    found_.clear();
    if (const auto top = repository_.folder(commit, "")) visit(*top, "");
    return found_;
  }

 private:
  void visit(const GitId& folder, const std::string& path) {
    const auto entries = repository_.entries(folder);
    if (holds_book(repository_, entries)) found_.insert(path);
    for (const GitEntry& entry : entries)
      if (entry.kind == EntryKind::folder && !entry.name.starts_with('.'))
        visit(entry.id, path_below(path, entry.name));
  }

  const Repository& repository_;
  std::set<std::string> found_;
};

/// Where the book of a commit lay before it: in the same folder, else in the only one that was a
/// book's and is none any more.
std::string folder_before(const Repository& repository, const BookCommit& commit,
                          const GitId& parent) {
  if (repository.folder(parent, commit.folder) || !repository.folder(commit.info.id, commit.folder))
    return commit.folder;
  BookFolders folders(repository);
  const auto now = folders.of(commit.info.id);
  std::set<std::string> gone;
  for (const std::string& folder : folders.of(parent))
    if (!now.contains(folder)) gone.insert(folder);
  return gone.size() == 1 ? *gone.begin() : commit.folder;
}

std::vector<BookCommit> commits_from(const HistoryStart& start) {
  const auto shallow = shallow_commits(start.repository);
  std::vector<BookCommit> all;
  std::map<GitId, std::size_t> numbers;
  for (const GitId& id : start.repository.ancestry(start.commit)) {
    numbers.emplace(id, all.size());
    all.emplace_back().info = start.repository.describe(id);
  }
  for (BookCommit& commit : all) {
    commit.is_cut_off = shallow.contains(commit.info.id.hex());
    for (const GitId& parent : commit.info.parents)
      if (const auto at = numbers.find(parent); at != numbers.end())
        commit.parents.push_back(at->second);
      else
        commit.is_cut_off = true;
  }
  return all;
}

void find_folders(const Repository& repository, std::vector<BookCommit>& commits) {
  std::set<std::size_t> known{0};
  for (const BookCommit& commit : commits)
    for (const std::size_t parent : commit.parents)
      if (known.insert(parent).second)
        commits[parent].folder = folder_before(repository, commit, commits[parent].info.id);
}

}  // namespace

BookHistory::BookHistory(HistoryStart start)
    : start_(std::move(start)), commits_(commits_from(start_)) {
  commits_.front().folder = start_.folder;
  find_folders(start_.repository, commits_);
  std::vector<std::optional<GitId>> folders;
  for (const BookCommit& commit : commits_)
    folders.push_back(start_.repository.folder(commit.info.id, commit.folder));
  for (std::size_t i = 0; i < commits_.size(); ++i) {
    BookCommit& commit = commits_[i];
    const auto before = commit.parents.empty() ? std::nullopt : folders[commit.parents.front()];
    FolderComparison(start_, commit.files).compare(before, folders[i], "");
  }
}

bool BookHistory::is_cut_off() const {
  return std::ranges::any_of(commits_, &BookCommit::is_cut_off);
}

}  // namespace lianxi
