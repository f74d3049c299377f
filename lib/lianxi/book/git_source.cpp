#include <algorithm>
#include <map>
#include <set>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/source.hpp>
#include <lianxi/book/book_files.hpp>
#include <lianxi/book/book_source.hpp>

namespace fs = std::filesystem;

namespace lianxi LIANXI_EXPORT {
namespace {

using Kind = GitEntry::Kind;

std::string joined(std::string_view folder, std::string_view name) {
  return folder.empty() ? std::string(name) : std::string(folder) + "/" + std::string(name);
}

/// The files of a revision as the folder of a checkout: what lies where, with links followed.
class Tree {
 public:
  explicit Tree(const GitBook& book) : book_(book) {
    for (const GitEntry& entry : book.entries) entries_.emplace(entry.name, &entry);
  }

  const GitEntry* entry(std::string_view path) const {
    const auto at = entries_.find(path);
    return at == entries_.end() ? nullptr : at->second;
  }

  bool is_folder(std::string_view path) const {
    if (path.empty()) return true;
    const std::string inside = std::string(path) + "/";
    const auto at = entries_.lower_bound(inside);
    return at != entries_.end() && at->first.starts_with(inside);
  }

  /// The names directly in a folder, each once, in the order of bytes.
  std::set<std::string> names(std::string_view folder) const {
    const std::string inside = folder.empty() ? "" : std::string(folder) + "/";
    std::set<std::string> names;
    for (auto at = entries_.lower_bound(inside);
         at != entries_.end() && at->first.starts_with(inside); ++at) {
      const std::string_view rest = at->first.substr(inside.size());
      names.emplace(rest.substr(0, rest.find('/')));
    }
    return names;
  }

  /// Where a path leads with all links followed.
  struct Led {
    BookSource::Found found;
    std::string path = {};  ///< Of a file or folder in the book.
  };
  Led follow(const fs::path& path, int links = 0) const {
    constexpr int most_links = 40;  // as the kernel follows
    std::string real;
    for (auto part = path.begin(); part != path.end(); ++part) {
      if (*part == "." || part->empty()) continue;
      if (*part == "..") {
        if (real.empty()) return {BookSource::Found::outside};
        real.resize(real.find('/') == real.npos ? 0 : real.rfind('/'));
        continue;
      }
      real = joined(real, part->native());
      const GitEntry* const there = entry(real);
      if (!there || there->kind != Kind::link) continue;
      constexpr std::uint64_t longest = 4096;  // that the kernel follows
      if (book_.repository.size(there->id, real) > longest) return {BookSource::Found::missing};
      const fs::path target(book_.repository.bytes(there->id, real));
      if (target.is_absolute()) return {BookSource::Found::outside};
      if (links >= most_links) return {BookSource::Found::missing};
      fs::path rest = fs::path(real).parent_path() / target;
      for (auto next = std::next(part); next != path.end(); ++next) rest /= *next;
      return follow(rest, links + 1);
    }
    const GitEntry* const there = entry(real);
    if (!there && !is_folder(real)) return {BookSource::Found::missing};
    return {BookSource::Found::file, real};
  }

  std::string bytes(const std::string& path) const {
    return book_.repository.bytes(entry(path)->id, joined(book_.folder, path));
  }
  std::uint64_t size(const std::string& path) const {
    return book_.repository.size(entry(path)->id, joined(book_.folder, path));
  }

 private:
  const GitBook& book_;
  std::map<std::string_view, const GitEntry*, std::less<>> entries_;
};

/// Finds the book's files in the order, and under the names, in which a checkout's would be found:
/// every file once, under its own name rather than under a link's.
class GitWalk {
 public:
  explicit GitWalk(const Tree& tree) : tree_(tree) {}

  /// Path in the book → where its bytes are.
  std::map<std::string, std::string> run() {
    folder("", "");
    for (const auto& [relative, real] : links_) link(relative, real);
    return std::move(files_);
  }

 private:
  void folder(const std::string& real, const std::string& relative) {
    if (!seen_.insert(real + "/").second) return;
    for (const std::string& name : tree_.names(real))
      if (!name.starts_with('.')) visit(name, joined(real, name), joined(relative, name));
  }

  void visit(const std::string& name, const std::string& real, const std::string& relative) {
    const GitEntry* const entry = tree_.entry(real);
    if (!entry) return folder(real, relative);
    if (entry->kind == Kind::link) {
      const auto led = tree_.follow(real);
      if (led.found == BookSource::Found::file) links_.emplace(relative, led.path);
    } else if (entry->kind == Kind::submodule || is_of_book(name)) {
      seen_.insert(real);
      files_.emplace(relative, real);
    }
  }

  void link(const std::string& relative, const std::string& real) {
    const GitEntry* const entry = tree_.entry(real);
    if (!entry) return folder(real, relative);
    if (entry->kind == Kind::file && is_of_book(name_in_folder(relative)) &&
        seen_.insert(real).second)
      files_.emplace(relative, real);
  }

  const Tree& tree_;
  std::map<std::string, std::string> files_, links_;
  std::set<std::string> seen_;
};

class GitSource : public BookSource {
 public:
  explicit GitSource(GitBook book) : book_(std::move(book)), tree_(book_) {}

  std::vector<InputFile> files(unsigned) const override {
    auto found = GitWalk(tree_).run();
    std::vector<InputFile> files;
    IgnoredPaths ignored;
    const auto read_those = [&](bool (*is_one)(std::string_view)) {
      const std::size_t before = files.size();
      for (auto at = found.begin(); at != found.end();) {
        if (!is_one(at->first)) {
          ++at;
          continue;
        }
        if (!ignored.holds(at->first)) files.push_back(read(at->first, at->second));
        at = found.erase(at);
      }
      for (std::size_t i = before; i < files.size(); ++i) ignored.add_from(files[i]);
    };
    // What says which of them are no part of the book comes first.
    read_those([](std::string_view path) { return is_at_top(path) && has_alliance_name(path); });
    read_those(is_at_top);
    read_those([](std::string_view) { return true; });
    std::erase_if(files, [&](const InputFile& file) { return ignored.holds(file.path); });
    std::ranges::sort(files, {}, &InputFile::path);
    return files;
  }

  Found find(const fs::path& relative) const override {
    const auto led = tree_.follow(relative);
    if (led.found != Found::file) return led.found;
    const GitEntry* const entry = tree_.entry(led.path);
    return entry && entry->kind == Kind::file ? Found::file : Found::missing;
  }

 private:
  InputFile read(const std::string& path, const std::string& real) const {
    InputFile file{path, {}};
    if (tree_.entry(real)->kind == Kind::submodule)
      file.fault = say({"it is a submodule: the records in it lie in another git repository",
                        "这是子模块，其中的记录在另一个 git 仓库里"});
    else if (seems_yaml(name_in_folder(path)))
      file.is_ignored = true;
    else if (tree_.size(real) > Sources::largest_file)
      file.fault = too_large();
    else
      file.bytes = tree_.bytes(real);
    return file;
  }

  GitBook book_;
  Tree tree_;
};

void add_entries(const Repository& repository, const GitId& folder, const std::string& path,
                 std::vector<GitEntry>& out) {
  for (GitEntry& entry : repository.entries(folder)) {
    const std::string name = joined(path, entry.name);
    if (entry.kind == Kind::folder)
      add_entries(repository, entry.id, name, out);
    else
      out.push_back({name, entry.kind, entry.id});
  }
}

}  // namespace

std::unique_ptr<BookSource> git_source(GitBook book) {
  return std::make_unique<GitSource>(std::move(book));
}

std::vector<GitEntry> entries_below(const Repository& repository, const GitId& commit,
                                    std::string_view path) {
  std::vector<GitEntry> all;
  if (const auto folder = repository.folder(commit, path))
    add_entries(repository, *folder, "", all);
  return all;
}

bool holds_book(const Repository& repository, const std::vector<GitEntry>& entries) {
  std::vector<const GitEntry*> files;
  for (const GitEntry& entry : entries)
    if (entry.kind == Kind::file && is_at_top(entry.name) && has_yaml_name(entry.name))
      files.push_back(&entry);
  std::partition(files.begin(), files.end(),
                 [](const GitEntry* file) { return has_alliance_name(file->name); });
  return std::ranges::any_of(files, [&](const GitEntry* file) {
    if (repository.size(file->id, file->name) > Sources::largest_file) return false;
    const std::string bytes = repository.bytes(file->id, file->name);
    return has_alliance_line(bytes) || has_alliance_line(foreign_text(bytes));
  });
}

}  // namespace lianxi
