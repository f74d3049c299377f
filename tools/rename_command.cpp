#include <lianxi/base/privacy.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/exchange/change_text.hpp>
#include <lianxi/schema/spelling.hpp>

#include "book_change.hpp"
#include "record_argument.hpp"

namespace lianxi::tool::rename_command {
namespace {

struct Arguments {
  std::string record, id;
  ChangeOptions change;
};

void declare(Options& options, Arguments& arguments) {
  options.argument("RECORD", arguments.record, {"Which record", "哪条记录"}).required = true;
  options.argument("NEW-ID", arguments.id, {"Its new id", "新的编号"}).required = true;
  declare_change_options(options, arguments.change);
}

int run(Session& session, const Arguments& arguments) {
  BookChange change(session);
  const auto meant = record_argument(session, change.book(), arguments.record);
  if (!meant) return found_errors;
  const RecordPath& record = meant->path;
  std::string buffer;
  const std::string_view id = mapped_id(arguments.id, buffer);
  if (!is_id(id))
    throw usage_error(say({"“{}” cannot be an id", "“{}”不能作编号"}, printable(arguments.id)),
                      say({"an id has letters or digits of any script, then also . _ -",
                           "编号以文字或数字开头，其后可有 . _ -"}));
  const std::string old = name_of(change.book(), record);
  const std::string twin = old.substr(0, old.rfind('/') + 1) + std::string(id);
  if (twin != old && !records_named(change.book(), twin).empty())
    throw usage_error(say({"the id “{}” is taken", "编号“{}”已被使用"}, std::string(id)),
                      say({"choose another id", "请换一个编号"}));
  change.rename(record, std::string(id));
  const std::string name = name_of(change.book(), record);
  const auto in = [&](Language language) {
    return printable(masked(record_in_language(name, language)));
  };
  return change.finish(
      arguments.change, Blanks::refused,
      say({"renamed {} to {}, and all that names it", "已将 {} 更名为 {}，引用处一并更改"},
          Message{in(Language::en), in(Language::zh)}, masked(id)));
}

}  // namespace

}  // namespace lianxi::tool::rename_command

namespace lianxi::tool::commands {
extern constinit const Command rename =
    command<rename_command::Arguments, rename_command::declare, rename_command::run>(
        "rename", {"Give a record another id, wherever it is named", "更换记录的编号及所有引用"},
        Uses::book);
}  // namespace lianxi::tool::commands
