#include "book_history.hpp"

#include <lianxi/base/phrase.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/records/alliance.hpp>

namespace fs = std::filesystem;

namespace lianxi::tool {
namespace {

std::vector<std::string> ignored_by(const Book& book) {
  std::vector<std::string> globs;
  for (const Alliance& alliance : book.alliances)
    for (const Text& glob : alliance.ignore)
      if (glob) globs.emplace_back(*glob);
  return globs;
}

Repository repository_around(const fs::path& folder) {
  if (auto found = Repository::find(folder)) return *std::move(found);
  throw Error(say({"{} lies in no git repository, so it has no history",
                   "{} 不在 git 仓库中，没有历史可查"},
                  folder.native()),
              say({"git init begins one", "可用 git init 建立"}));
}

}  // namespace

std::optional<BookHistory> history_of_book(Session& session, const Book& book) {
  const fs::path folder = session.real_folder();
  Repository repository = repository_around(folder);
  const std::string revision = session.at().empty() ? "HEAD" : session.at();
  const auto commit = repository.commit_if_any(revision);
  if (!commit) return std::nullopt;
  std::string inside = folder.lexically_relative(repository.top()).generic_string();
  if (inside == ".") inside.clear();
  return BookHistory({std::move(repository), *commit, std::move(inside), ignored_by(book)});
}

}  // namespace lianxi::tool
