#include "report_provenance.hpp"

#include <lianxi/book/book.hpp>
#include <lianxi/book/book_source.hpp>
#include <lianxi/exchange/book_difference.hpp>
#include <lianxi/writing/record_value.hpp>

#include "report_output.hpp"

namespace lianxi::tool {

GitProvenance provenance_of(const Session& session, const Book& book) {
  const std::string revision = session.at().empty() ? "HEAD" : session.at();
  GitBook in_git = session.book_in_git(revision);
  const GitId commit = in_git.repository.commit(revision);
  GitProvenance from{commit.brief(), in_git.repository.describe(commit).day};
  if (!session.at().empty()) return from;
  const Book committed = session.read(*git_source(std::move(in_git)));
  const auto before = named_values(committed), after = named_values(book);
  from.changed = records_in(differences(before, after));
  return from;
}

Document with_line_of(Document document, const std::string& path, const std::string& file) {
  if (const auto from = read_provenance(text_of_file(path, file))) add_provenance(document, *from);
  return document;
}

}  // namespace lianxi::tool
