#include "git_setup.hpp"

#include <cstdlib>
#include <unistd.h>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/words.hpp>

namespace fs = std::filesystem;

namespace lianxi::tool {
namespace {

/// A path as it is called from the working directory, where it lies below it.
std::string from_here(const fs::path& path) {
  std::error_code error;
  const fs::path inside = path.lexically_relative(fs::current_path(error));
  const bool is_below = !inside.empty() && *inside.begin() != "..";
  return printable(is_below ? inside.native() : path.native());
}

bool is_on_path(const std::string& program) {
  const char* const set = std::getenv("PATH");
  std::string_view rest = set ? set : "";
  while (!rest.empty()) {
    const std::string_view folder = rest.substr(0, rest.find(':'));
    rest.remove_prefix(std::min(folder.size() + 1, rest.size()));
    const fs::path path = fs::path(folder) / program;
    std::error_code error;
    if (fs::is_regular_file(path, error) && access(path.c_str(), X_OK) == 0) return true;
  }
  return false;
}

void say_so_where_it_will_not_be_found(const Session& session) {
  if (is_on_path("lianxi")) return;
  const Message what = say({"there is no lianxi on the PATH: git will not find it either",
                            "PATH 中没有 lianxi，git 也会找不到它"});
  const Message hint = say({"add its folder to PATH; until then the hook refuses every commit",
                            "请把它所在的文件夹加入 PATH；在此之前钩子会拒绝一切提交"});
  complain(what.in(session.language()), hint.in(session.language()));
}

Message words_of(const HookPlace& hook, const std::string& folder) {
  const std::string path = from_here(hook.path);
  switch (hook.state) {
    case HookState::installed:
      return say({"The hook is in {}: git commits no records with errors.\n",
                  "钩子已装在 {}：记录有错误时 git 不予提交。\n"},
                 path);
    case HookState::there_already:
      return say({"The hook was installed already: {}\n", "钩子原已装好：{}\n"}, path);
    case HookState::not_run:
      return say({"{} has the line, but git does not run it: make it executable (chmod +x)\n",
                  "{} 中已有那一行，但 git 不会运行它：请设为可执行（chmod +x）\n"},
                 path);
    case HookState::in_the_way:
      break;
  }
  return say({"There is a hook already, {}, which was left alone.\nAdd this line to it, before "
              "any line with exec or exit:\n  {}\n",
              "已有钩子 {}，未作改动。\n请在其中加上这一行，放在 exec 或 exit 之前：\n  {}\n"},
             path, hook_line(folder));
}

Message words_on_sharing(const HookPlace& hook) {
  if (hook.serves == HookServes::one_repository) return {};
  return say(
      {"Its folder, core.hooksPath, lies outside of this repository: the hook does nothing in "
       "others, unless it is installed there too.\n",
       "该文件夹（core.hooksPath）不在本仓库内：钩子在其他仓库中不起作用，除非也在那里安装。"
       "\n"});
}

/// An attribute as it stands in a .gitattributes.
std::string as_written(const std::string& driver) {
  return driver == "false" ? "-merge" : driver == "true" ? "merge" : "merge=" + driver;
}

Message words_of(const MergeSetting& setting, const std::string& file) {
  if (setting.state == MergeSetting::State::another)
    return say({"{} is merged otherwise, by “{}”, which was left alone.\n",
                "{} 已另定合并方式“{}”，未作改动。\n"},
               setting.pattern, printable(as_written(setting.driver)));
  if (setting.state == MergeSetting::State::there_already) return {};
  return say({"{} has a new line, so that git merges by record and field: {} merge=lianxi\n",
              "{} 加了一行，git 将按记录和字段合并：{} merge=lianxi\n"},
             file, setting.pattern);
}

Message words_of_command(const MergeSetup& setup) {
  if (setup.command.empty()) return {};
  return say({"merge.lianxi.driver is “{}” already, which was left alone.\n",
              "merge.lianxi.driver 已设为“{}”，未作改动。\n"},
             printable(setup.command));
}

void tell(const Session& session, const Message& words, bool is_left_to_do) {
  if (is_left_to_do || !session.quiet()) session.print(words.in(session.language()));
}

}  // namespace

std::optional<Repository> repository_for_hooks(const fs::path& folder) {
  auto found = Repository::find(folder);
  if (found && found->is_bare())
    throw Error(
        say({"{} is a bare repository: nothing is committed in it", "{} 是裸仓库，不在其中提交"},
            printable(found->top().native())),
        say({"to check what is pushed to it use a pre-receive hook: lianxi help git",
             "要核对推送到这里的内容，请用 pre-receive 钩子：lianxi help git"}));
  return found;
}

GitSetup set_up_git(const Repository& repository, const fs::path& folder, MadeThings& made) {
  const std::string from_top = folder.lexically_relative(repository.top()).generic_string();
  const std::string inside = from_top == "." ? "" : from_top;
  made.answer_for_change(pre_commit_path(repository));
  made.answer_for_change(repository.shared_folder() / "config");
  made.answer_for_change(folder / ".gitattributes");
  return {install_hook(repository, inside), set_up_merging(repository, inside), inside};
}

int tell_of_git(const Session& session, const GitSetup& setup) {
  const HookState state = setup.hook.state;
  const bool runs = state == HookState::installed || state == HookState::there_already;
  tell(session, words_of(setup.hook, setup.folder), !runs);
  tell(session, words_on_sharing(setup.hook), false);
  for (const MergeSetting& setting : setup.merging.settings)
    tell(session, words_of(setting, from_here(setup.merging.attributes)), false);
  tell(session, words_of_command(setup.merging), false);
  say_so_where_it_will_not_be_found(session);
  return runs ? all_well : found_errors;
}

}  // namespace lianxi::tool
