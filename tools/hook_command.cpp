#include <lianxi/base/phrase.hpp>
#include <lianxi/base/words.hpp>

#include "command.hpp"
#include "git_setup.hpp"

namespace lianxi::tool::hook_command {
namespace {

namespace fs = std::filesystem;

struct Arguments {
  std::string what;
};

void declare(Options& options, Arguments& arguments) {
  Option& what = options.argument("WHAT", arguments.what,
                                  {"install: put it where git looks for it, and let git merge "
                                   "records by record and field",
                                   "install：装在 git 查找钩子的地方，并让 git 按记录和字段合并"});
  what.words = {"install"};
  what.value = "install";
  what.required = true;
}

int run(Session& session, const Arguments&) {
  if (session.as_of_given())
    throw usage_error(
        say({"`lianxi {}` does not use {}", "`lianxi {}` 用不到 {}"}, "hook", "--as-of"));
  // Where there is no book to be found in a bare repository, that is not what is wrong.
  repository_for_hooks(session.place());
  const fs::path folder = fs::canonical(session.folder());
  const auto repository = repository_for_hooks(folder);
  if (!repository)
    throw Error(
        say({"{} lies in no git repository", "{} 不在 git 仓库中"}, printable(folder.native())),
        say({"make one first: git init", "请先建立仓库：git init"}));
  MadeThings made;
  const GitSetup setup = set_up_git(*repository, folder, made);
  made.keep();
  return tell_of_git(session, setup);
}

}  // namespace

}  // namespace lianxi::tool::hook_command

namespace lianxi::tool::commands {
extern constinit const Command hook =
    command<hook_command::Arguments, hook_command::declare, hook_command::run>(
        "hook",
        {"Let git check the records before it commits, and merge them",
         "让 git 提交前核对记录，并按记录合并"},
        Uses::book);
}  // namespace lianxi::tool::commands
