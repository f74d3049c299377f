#include <algorithm>
#include <map>

#include <lianxi/base/words.hpp>
#include <lianxi/exchange/asked_books.hpp>
#include <lianxi/exchange/book_partition.hpp>
#include <lianxi/exchange/rollup_print.hpp>
#include <lianxi/exchange/rollup_reading.hpp>

#include "book_in_git.hpp"
#include "command.hpp"
#include "progress.hpp"
#include "terminal.hpp"

namespace lianxi::tool::rollup_command {
namespace {

struct Arguments {
  std::vector<std::string> books;
  std::string period, format, folder, audience;
};

void declare(Options& options, Arguments& arguments) {
  options.arguments("BOOK", arguments.books,
                    {"Folders of books, and files that list them, a folder a line; - is such a "
                     "list on standard input",
                     "账本文件夹；或列出账本的文件，每行一个文件夹；- 表示从标准输入读取"});
  options.option("--period", "PERIOD", arguments.period,
                 {"Which period: 2017, 2017-Q3, 2017-01.., all",
                  "统计期间：2017、2017年三季度、2017-01..、all"});
  options.choice("--format", {"table", "csv", "json", "md"}, arguments.format,
                 {"How it is shown", "显示方式"});
  options.option("--export", "DIR", arguments.folder,
                 {"Write all tables of the books into this folder for databases, a partition a "
                  "book and year",
                  "把各账本的全部表格写入该文件夹，供数据库使用，按账本和年份分区"});
  options.choice("--audience", {"public", "members", "office"}, arguments.audience,
                 {"For whom the tables are; the office gets everything",
                  "表格给谁看；office（办公室）为全部"});
}

Audience audience_of(const std::string& word) {
  if (word == "public") return Audience::the_public;
  return word == "members" ? Audience::members : Audience::office;
}

/// Two books of one key would take each other's place.
void refuse_equal_keys(const AskedBooks& books) {
  std::map<std::string, std::string> known;
  for (const std::string& path : books.paths) {
    const auto [other, is_new] = known.try_emplace(partition_key(path), path);
    if (!is_new)
      throw usage_error(
          say({"{} and {} would have one partition, book={}", "{} 和 {} 会写入同一分区 book={}"},
              printable(other->second), printable(path), other->first),
          say({"a partition is called by its book's folder: give one another name",
               "分区以账本文件夹命名，请给其中一个文件夹改名"}));
  }
}

/// Reads from a folder as it is, or from git.
std::unique_ptr<BookSource> source_of(const std::string& path, const std::string& revision) {
  if (!revision.empty()) return git_source(book_in_git(path, revision));
  if (const auto error = no_book_in(path)) throw *error;
  return folder_source(path);
}

AskedBooks asked(const Session& session, const Arguments& arguments) {
  if (session.is_book_named())
    throw usage_error(
        say({"`lianxi rollup` does not use {}", "`lianxi rollup` 用不到 {}"}, "--book"),
        say({"name the books behind it: lianxi rollup BOOK…",
             "请把账本写在后面：lianxi rollup 账本…"}));
  if (arguments.books.empty())
    throw usage_error(say({"there is no book named", "没有写账本"}),
                      say({"name folders, or a file that lists them: lianxi rollup BOOK…",
                           "请写文件夹，或列出文件夹的文件：lianxi rollup 账本…"}));
  AskedBooks books = asked_books(arguments.books);
  if (books.paths.empty()) throw usage_error(say({"the list names no book", "列表中没有账本"}));
  const Language language = session.language();
  for (const std::string& path : books.repeated)
    complain(
        say({"{} is named again: it counts once", "{} 重复列出，只计一次"}, path).in(language));
  return books;
}

void complain_of_broken(const Rollup& rollup, Language language) {
  for (const BrokenBook& broken : rollup.broken)
    complain(broken.path + (language == Language::zh ? "：" : ": ") +
                 std::string(broken.error.message().in(language)),
             broken.error.hint().in(language));
}

/// Of books that can be read and yet have errors.
void complain_of_errors(const Rollup& rollup, Language language) {
  const auto with_errors = std::ranges::count_if(
      rollup.lines, [](const RollupLine& line) { return line.record_errors > 0; });
  if (with_errors > 0)
    complain(say({"there are errors in the records of {} of the books; run lianxi -C BOOK validate",
                  "有 {} 本账本的记录中有错误，请运行 lianxi -C 账本 validate"},
                 with_errors)
                 .in(language));
}

std::string shown(const Rollup& rollup, const Arguments& arguments, Language language) {
  if (arguments.format == "json") return rollup_json(rollup);
  if (arguments.format == "csv") return rollup_csv(rollup, language);
  if (arguments.format == "md") return rollup_markdown(rollup, language);
  return rollup_text(rollup, language, width_of_terminal());
}

/// Where it was asked for, each book is exported while it is at hand.
auto exporting(const Session& session, const Arguments& arguments) {
  return [&session, &arguments](const Book& book, const RollupLine& line) {
    export_partition(book, {.folder = arguments.folder,
                            .key = partition_key(line.path),
                            .as_of = session.as_of(),
                            .audience = audience_of(arguments.audience),
                            .faults = {line.record_errors, line.unread}});
  };
}

RollupRequest request_of(const Session& session, const Arguments& arguments, const Period& period) {
  RollupRequest request{.as_of = session.as_of(),
                        .period = period,
                        .label = session.label(arguments.period),
                        .jobs = session.jobs(),
                        .source = [&](auto& path) { return source_of(path, session.at()); }};
  if (!arguments.folder.empty()) request.visit = exporting(session, arguments);
  return request;
}

Rollup rolled_up(const Session& session, const Arguments& arguments, const Period& period) {
  const AskedBooks books = asked(session, arguments);
  if (!arguments.folder.empty()) refuse_equal_keys(books);
  const Progress progress(session, {"reading the books …", "正在读取各账本……"});
  return rollup_of(books.paths, request_of(session, arguments, period));
}

int run(Session& session, const Arguments& arguments) {
  const Period period = session.period(arguments.period);
  if (!arguments.audience.empty() && arguments.folder.empty())
    throw usage_error(say({"--audience is for --export", "--audience 只用于 --export"}));
  const Rollup rollup = rolled_up(session, arguments, period);
  complain_of_broken(rollup, session.language());
  complain_of_errors(rollup, session.language());
  if (rollup.lines.empty()) throw Error(say({"no book could be read", "没有可以读取的账本"}));
  session.print(shown(rollup, arguments, session.language()));
  return rollup.broken.empty() && rollup.unread == 0 ? all_well : found_errors;
}

}  // namespace

}  // namespace lianxi::tool::rollup_command

namespace lianxi::tool::commands {
extern constinit const Command rollup =
    command<rollup_command::Arguments, rollup_command::declare, rollup_command::run>(
        "rollup",
        {"Show many books, a line each, and the totals", "汇总多本账本：每本一行，并给出合计"},
        Uses::period);
}  // namespace lianxi::tool::commands
