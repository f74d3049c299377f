#include "book_in_git.hpp"

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/words.hpp>

namespace fs = std::filesystem;

namespace lianxi::tool {
namespace {

/// What a revision, or the index, holds.
class Moment {
 public:
  Moment(Repository repository, const std::string& revision)
      : repository_(std::move(repository)), name_(revision) {
    if (!revision.empty()) commit_ = repository_.commit(revision);
  }

  const Repository& repository() const { return repository_; }
  Message name() const {
    return name_.empty() ? say({"the index", "暂存区"}) : Message{name_, name_};
  }

  std::vector<GitEntry> below(const std::string& folder) const {
    return commit_ ? entries_below(repository_, *commit_, folder) : repository_.staged(folder);
  }
  bool is_book(const std::string& folder) const {
    return holds_book(repository_, commit_ ? directly_in(folder) : repository_.staged(folder));
  }

 private:
  std::vector<GitEntry> directly_in(const std::string& folder) const {
    const auto found = repository_.folder(*commit_, folder);
    return found ? repository_.entries(*found) : std::vector<GitEntry>();
  }

  Repository repository_;
  std::string name_;
  std::optional<GitId> commit_;
};

Repository repository_of(const fs::path& path) {
  if (auto found = Repository::find(path)) return *std::move(found);
  throw Error(say({"{} lies in no git repository", "{} 不在 git 仓库中"}, printable(path.native())),
              say({"run it in one, or name a book in one with -C DIR",
                   "请在仓库中运行，或用 -C 文件夹 指明其中的账本"}));
}

/// A folder as it is called from the top of its repository; "" for the top.
std::string from_top(const Repository& repository, const fs::path& path) {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(fs::absolute(path, error), error);
  std::string inside = real.lexically_relative(repository.top()).generic_string();
  while (inside.ends_with('/')) inside.pop_back();
  return inside == "." ? std::string() : inside;
}

std::string parent_of(const std::string& folder) {
  const auto slash = folder.rfind('/');
  return slash == folder.npos ? std::string() : folder.substr(0, slash);
}

/// The nearest folder from there upwards that holds a book.
std::optional<std::string> nearest_book(const Moment& moment, std::string folder) {
  for (;; folder = parent_of(folder)) {
    if (moment.is_book(folder)) return folder;
    if (folder.empty()) return std::nullopt;
  }
}

/// A book one folder further down, the first by name.
std::optional<std::string> book_further_down(const Moment& moment, const std::string& folder) {
  std::string last;
  for (const GitEntry& entry : moment.below(folder)) {
    const std::string name = entry.name.substr(0, entry.name.find('/'));
    if (name == last || name.size() == entry.name.size() || name.starts_with('.')) continue;
    last = name;
    const fs::path path = fs::path(folder) / name;
    if (moment.is_book(path)) return path;
  }
  return std::nullopt;
}

Error no_book(const Moment& moment, const std::string& folder, bool is_named) {
  const std::string shown = folder.empty() ? "." : printable(folder);
  auto near = is_named ? nearest_book(moment, folder) : std::nullopt;
  if (!near) near = book_further_down(moment, folder);
  const fs::path path = moment.repository().top() / near.value_or("");
  return Error(
      say({"{} is no book at {}: no YAML file in it has a line that begins with “alliance:”",
           "{} 在 {} 中不是账本：其中没有以“联盟：”起行的 YAML 文件"},
          shown, moment.name()),
      near ? say({"there is a book there in {}: -C {}", "那时账本在 {}：-C {}"},
                 near->empty() ? "." : printable(*near), printable(path.native()))
           : Message{});
}

}  // namespace

GitBook book_in_git(const std::string& named, const std::string& revision) {
  const fs::path start = named.empty() ? fs::current_path() : fs::path(named);
  const Moment moment(repository_of(start), revision);
  const std::string folder = from_top(moment.repository(), start);
  const auto found = named.empty()            ? nearest_book(moment, folder)
                     : moment.is_book(folder) ? std::optional(folder)
                                              : std::nullopt;
  if (!found) throw no_book(moment, folder, !named.empty());
  return {moment.repository(), *found, moment.below(*found)};
}

}  // namespace lianxi::tool
