#include <algorithm>

#include <lianxi/book/book.hpp>
#include <lianxi/exchange/record_history_print.hpp>
#include <lianxi/history/lone_file.hpp>
#include <lianxi/history/record_history.hpp>

#include "book_history.hpp"
#include "command.hpp"
#include "record_argument.hpp"

namespace lianxi::tool::log_command {
namespace {

struct Arguments {
  std::string record, format;
  unsigned limit = 0;
};

void declare(Options& options, Arguments& arguments) {
  options
      .argument("RECORD", arguments.record,
                {"Which one: 2017-q3/r1, a unit's name; one that is gone by its full name,"
                 " meetings/2017-q3/resolutions/r1",
                 "哪一条：2017-q3/r1、单位名称；已删除的写全名，如 会议/2017-q3/决议/r1"})
      .required = true;
  options.choice("--format", {"text", "json"}, arguments.format, {"How it is shown", "显示方式"});
  options.number("-n,--limit", "N", 1'000'000, arguments.limit,
                 {"Only the latest N commits that changed it", "只显示最近 N 次改动它的提交"});
}

RecordHistory history_under(Session& session, const Book& book, const std::string& record) {
  const auto history = history_of_book(session, book);
  std::vector<InputFile> files;
  if (session.at().empty()) files = session.source().files(1);
  return history_of({record, history ? &*history : nullptr, session.at().empty() ? &files : nullptr,
                     names_in(book)});
}

struct Found {
  RecordHistory history;
  std::string title = {};
};

/// The record that is there now, by its name, and its title.
struct NamedRecord {
  std::string name, title;
};

/// One that is there twice has one history, unlike several that may be meant. Says so where there
/// is none, and gives nothing.
std::optional<NamedRecord> record_there(const Session& session, const Book& book,
                                        const std::string& written) {
  const auto all = records_meant(book, written, session.as_of());
  if (!all.empty() && std::ranges::all_of(all, [&](const MeantRecord& one) {
        return one.name == all.front().name;
      }))
    return NamedRecord{all.front().name, std::string(all.front().title)};
  const auto record = record_argument(session, book, written);
  if (!record) return std::nullopt;
  return NamedRecord{record->name, std::string(record->title)};
}

/// The record that is there now, or one that was there once.
std::optional<Found> find(Session& session, const Book& book, const std::string& written) {
  if (records_meant(book, written, session.as_of()).empty() && !full_name_of(written).empty()) {
    Found found{history_under(session, book, full_name_of(written))};
    if (!found.history.commits.empty()) return found;
  }
  const auto record = record_there(session, book, written);
  if (!record) return std::nullopt;
  return Found{history_under(session, book, record->name), record->title};
}

int run(Session& session, const Arguments& arguments) {
  const Book book = session.load_for_use();
  auto found = find(session, book, arguments.record);
  if (!found) return found_errors;
  auto& commits = found->history.commits;
  if (arguments.limit > 0 && commits.size() > arguments.limit) commits.resize(arguments.limit);
  if (arguments.format == "json") {
    session.print(history_json(found->history, book.name(), session.faults()));
  } else {
    session.print(history_text(found->history, found->title, session.language(), session.color()));
    session.print_warning(book);
  }
  return session.status();
}

}  // namespace

}  // namespace lianxi::tool::log_command

namespace lianxi::tool::commands {
extern constinit const Command log =
    command<log_command::Arguments, log_command::declare, log_command::run>(
        "log", {"Tell which commits changed a record, and how", "查看一条记录的历次改动"},
        Uses::revision);
}  // namespace lianxi::tool::commands
