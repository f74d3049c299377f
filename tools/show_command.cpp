#include <lianxi/exchange/record_text.hpp>
#include <lianxi/exchange/record_view_json.hpp>
#include <lianxi/rules/record_view.hpp>

#include "command.hpp"
#include "record_argument.hpp"

namespace lianxi::tool::show_command {
namespace {

struct Arguments {
  std::string record, format;
};

void declare(Options& options, Arguments& arguments) {
  options
      .argument("RECORD", arguments.record,
                {"Which one: meetings/2017-q3/resolutions/r1, 2017-q3/r1, last, a unit's name",
                 "哪一条：会议/2017-q3/决议/r1、2017-q3/r1、last、单位名称"})
      .required = true;
  options.choice("--format", {"text", "yaml", "json"}, arguments.format,
                 {"How it is shown", "显示方式"});
}

int run(Session& session, const Arguments& arguments) {
  const Book book = session.load_for_use();
  const auto record = record_argument(session, book, arguments.record);
  if (!record) return found_errors;
  const RecordView view = view_of(session.to_judge(book), *record);
  if (arguments.format == "yaml") {
    session.print(record_yaml(view));
  } else if (arguments.format == "json") {
    session.print(record_json(view, session.faults()));
  } else {
    session.print(
        record_text(view, {session.language(), session.color(), session.folder_from_here()}));
    session.print_warning(book);
  }
  return session.status();
}

}  // namespace

}  // namespace lianxi::tool::show_command

namespace lianxi::tool::commands {
extern constinit const Command show =
    command<show_command::Arguments, show_command::declare, show_command::run>(
        "show", {"Show one record, and all that is tied to it", "查看一条记录及其关联"},
        Uses::revision);
}  // namespace lianxi::tool::commands
