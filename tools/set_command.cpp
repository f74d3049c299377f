#include <lianxi/writing/assignments.hpp>

#include "book_change.hpp"
#include "record_argument.hpp"

namespace lianxi::tool::set_command {
namespace {

struct Arguments {
  std::string record;
  std::vector<std::string> assignments;
  ChangeOptions change;
};

void declare(Options& options, Arguments& arguments) {
  options
      .argument("RECORD", arguments.record,
                {"Which record, such as 2017-q3/r1 or units/地铁派出所",
                 "哪条记录，如 2017-q3/r1、单位/地铁派出所"})
      .required = true;
  options
      .arguments(
          "FIELD=VALUE", arguments.assignments,
          {"What to set; FIELD= takes it away, FIELD+=VALUE and FIELD-=VALUE add to and "
           "take from a list; minutes.issued reaches into a mapping",
           "要改的项；字段= 去掉该项，字段+=值、字段-=值 增减列表中的一条；会议纪要.印发日期 "
           "指下级项"})
      .required = true;
  declare_change_options(options, arguments.change);
}

int run(Session& session, const Arguments& arguments) {
  BookChange change(session);
  const auto meant = record_argument(session, change.book(), arguments.record);
  if (!meant) return found_errors;
  const RecordPath& record = meant->path;
  for (Assignment& one : read_assignments(change.book(), *record.type, arguments.assignments))
    change.editing().change(change_of(record, std::move(one)));
  return change.finish(arguments.change);
}

}  // namespace

}  // namespace lianxi::tool::set_command

namespace lianxi::tool::commands {
extern constinit const Command set =
    command<set_command::Arguments, set_command::declare, set_command::run>(
        "set", {"Change fields of a record", "修改一条记录中的项"}, Uses::book);
}  // namespace lianxi::tool::commands
