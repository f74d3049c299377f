#include <lianxi/base/words.hpp>
#include <lianxi/exchange/book_difference.hpp>

#include "command.hpp"

namespace lianxi::tool::diff_command {
namespace {

struct Arguments {
  std::string from, to, format;
  bool staged = false, exit_code = false;
};

void declare(Options& options, Arguments& arguments) {
  options.argument("A", arguments.from,
                   {"The git revision to compare with: HEAD (the default), HEAD~3, main, v1",
                    "与哪个 git 版本比较：HEAD（默认）、HEAD~3、main、v1"});
  options.argument(
      "B", arguments.to,
      {"The revision that is compared, else the work tree", "被比较的版本；不写则为工作区"});
  options.flag("--staged", arguments.staged,
               {"Compare what is staged, not the work tree", "比较暂存区，而非工作区"});
  options.choice("--format", {"text", "md", "json"}, arguments.format,
                 {"How it is shown", "显示方式"});
  options.flag("--exit-code", arguments.exit_code,
               {"End with 1 where any record differs", "有记录不同时以 1 退出"});
}

/// Chooses the book that is compared, where that is not the one in the work tree.
void choose(Session& session, const Arguments& arguments) {
  const bool by_name = !arguments.to.empty(), at = !session.at().empty();
  if (int(by_name) + int(at) + int(arguments.staged) > 1)
    throw usage_error(say({"B, --staged and --at all say what is compared: give one of them",
                           "B、--staged、--at 都是指明比较什么，只能用其一"}));
  if (arguments.from.find("..") != arguments.from.npos)
    throw usage_error(say({"“{}” is two revisions", "“{}”是两个版本"}, printable(arguments.from)),
                      say({"write them apart: lianxi diff A B", "请分开写：lianxi diff A B"}));
  if (arguments.staged) session.read_what_is_staged();
  if (by_name) session.read_at(arguments.to);
}

ComparedBook at_revision(const Book& book, const Session& session, const std::string& revision) {
  return {book, ComparedBook::From::revision, revision,
          session.book_in_git(revision).repository.commit(revision).hex()};
}

ComparedBook compared(const Book& book, const Session& session) {
  if (!session.at().empty()) return at_revision(book, session, session.at());
  return {book,
          session.is_read_as_it_is() ? ComparedBook::From::work_tree : ComparedBook::From::staged};
}

/// Below the records the sum and, where some could not be read, that.
std::string text_of(const BookDifference& all, const Session& session) {
  const Language language = session.language();
  std::string text = difference_text(all, language, session.color());
  const auto add = [&](const Message& line) {
    text += (text.empty() ? "" : "\n") + std::string(line.in(language)) + "\n";
  };
  if (!session.quiet()) add(sum_of(all));
  if (const Message warning = incomplete(all); !warning.empty()) add(warning);
  return text;
}

std::string shown(const BookDifference& all, const Session& session, const std::string& format) {
  if (format == "json") return difference_json(all, session.faults());
  if (format == "md") return difference_markdown(all, session.language());
  return text_of(all, session);
}

int run(Session& session, const Arguments& arguments) {
  choose(session, arguments);
  const std::string revision = arguments.from.empty() ? "HEAD" : arguments.from;
  GitBook in_git = session.book_in_git(revision);
  const std::string commit = in_git.repository.commit(revision).hex();
  const Book from = session.read(*git_source(std::move(in_git))), to = session.load_for_use();
  const BookDifference all =
      compare_books({from, ComparedBook::From::revision, revision, commit}, compared(to, session));
  session.print(shown(all, session, arguments.format));
  const bool differs = arguments.exit_code && !all.records.empty();
  return all.unread() > 0 || differs ? found_errors : all_well;
}

}  // namespace

}  // namespace lianxi::tool::diff_command

namespace lianxi::tool::commands {
extern constinit const Command diff =
    command<diff_command::Arguments, diff_command::declare, diff_command::run>(
        "diff", {"Show which records differ between two revisions", "比较两个版本的记录"},
        Uses::revision);
}  // namespace lianxi::tool::commands
