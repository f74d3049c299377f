#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <sys/stat.h>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/system_calls.hpp>
#include <lianxi/base/whole_file.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/git/pre_commit_hook.hpp>

namespace fs = std::filesystem;

namespace lianxi LIANXI_EXPORT {
namespace {

/// A folder as a shell reads it, whatever its name: never an option, never more than one word.
std::string in_shell_quotes(std::string_view folder) {
  std::string out = folder.empty() ? "'." : "'./";
  for (const char c : folder) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

constexpr std::string_view only_where_asked =
    "# These hooks serve several repositories: `lianxi hook install` says in which this one "
    "works.\n"
    "[ \"$(git config --bool lianxi.hook)\" = true ] || exit 0\n";

constexpr std::string_view refuse_without_lianxi =
    R"(command -v lianxi >/dev/null 2>&1 || {
  cat >&2 <<'END'
The records were not checked: there is no lianxi on the PATH of this hook, and programs with
windows often have another PATH than a terminal. Add its folder to PATH, or commit unchecked:
git commit --no-verify
记录未经核对：此钩子的 PATH 中没有 lianxi，图形界面程序的 PATH 往往与终端不同。
请把 lianxi 所在的文件夹加入 PATH，或不核对而提交：git commit --no-verify
END
  exit 1
}
)";

/// Whether anything is staged that may belong to a book: names that begin with a dot do not, of
/// which the top of a repository has many.
std::string pass_without_book(std::string_view folder) {
  return fmt::format(
      "# What has nothing of the book, such as a branch for something else, is not checked.\n"
      "git --literal-pathspecs ls-files -- {} |{} grep -Eiq '\\.ya?ml\"?$' || exit 0\n",
      in_shell_quotes(folder), folder.empty() ? " grep -Ev '^\"?\\.' |" : "");
}

/// The hook of earlier versions, which could not read what is staged.
std::string earlier_hook(std::string_view folder) {
  return fmt::format(
      "#!/bin/sh\n"
      "# Lets no commit pass while the book's records have errors; `git commit --no-verify`\n"
      "# goes past it. git runs this at the top of the work tree.\n"
      "exec lianxi -C {} validate --quiet\n",
      in_shell_quotes(folder));
}

bool lies_in(const fs::path& path, const fs::path& folder) {
  std::error_code error;
  const fs::path inside =
      fs::weakly_canonical(path, error).lexically_relative(fs::weakly_canonical(folder, error));
  return !inside.empty() && *inside.begin() != "..";
}

HookServes served_by(const Repository& repository, const fs::path& hook) {
  const bool is_its_own =
      lies_in(hook, repository.shared_folder()) || lies_in(hook, repository.top());
  return is_its_own ? HookServes::one_repository : HookServes::several;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Whether a line of a script, that is no comment, runs the command.
bool runs(std::string_view script, std::string_view command) {
  for (auto at = script.find(command); at != script.npos; at = script.find(command, at + 1)) {
    const auto begin = script.rfind('\n', at) + 1;
    const auto first = script.find_first_not_of(" \t", begin);
    if (script[first] != '#') return true;
  }
  return false;
}

bool may_be_executed(const fs::path& path) {
  std::error_code error;
  return (fs::status(path, error).permissions() & fs::perms::owner_exec) != fs::perms::none;
}

/// Whoever may read it may run it.
void let_be_executed(const fs::path& path) {
  struct stat status = {};
  if (stat(path.c_str(), &status) != 0) return;
  const auto wanted = status.st_mode | ((status.st_mode & mode_t(0444)) >> 2U);
  if (carried_on([&] { return chmod(path.c_str(), wanted & mode_t(07777)); }) != 0)
    throw Error(say({"{} cannot be made executable: {}", "无法将 {} 设为可执行：{}"},
                    printable(path.native()), std::strerror(errno)));
}

void write(const fs::path& hook, const std::string& text) {
  const int fault = make_folders(hook.parent_path());
  if (fault == ENOTDIR)
    throw Error(say({"{} is no folder, so git runs no hooks", "{} 不是文件夹，git 不会运行钩子"},
                    printable(hook.parent_path().native())),
                say({"`git config --show-origin core.hooksPath` tells who wants that",
                     "`git config --show-origin core.hooksPath` 可查明是谁这样设置的"}));
  if (fault != 0)
    throw Error(say({"cannot make the folder {}: {}", "无法建立文件夹 {}：{}"},
                    printable(hook.parent_path().native()), std::strerror(fault)));
  write_whole(hook, text, true, 0777);
  if (!may_be_executed(hook)) let_be_executed(hook);  // one of that name was there
}

}  // namespace

std::string hook_command(std::string_view folder) {
  return fmt::format("lianxi -C {} validate --staged", in_shell_quotes(folder));
}

std::string hook_line(std::string_view folder) {
  return hook_command(folder) + " --quiet || exit 1";
}

std::string pre_commit_hook(std::string_view folder, HookServes serves) {
  return fmt::format(
      "#!/bin/sh\n"
      "# Lets no commit pass while what is staged of the book has errors; `git commit "
      "--no-verify`\n"
      "# goes past it. git runs this at the top of the work tree. Made by `lianxi hook install`.\n"
      "{}{}{}exec {} --quiet\n",
      serves == HookServes::several ? only_where_asked : "", pass_without_book(folder),
      refuse_without_lianxi, hook_command(folder));
}

fs::path pre_commit_path(const Repository& repository) {
  const auto set = repository.path_setting("core.hooksPath");
  const fs::path folder =
      set && !set->empty() ? repository.top() / *set : repository.shared_folder() / "hooks";
  return folder.lexically_normal() / "pre-commit";
}

HookPlace install_hook(const Repository& repository, std::string_view folder) {
  HookPlace place{.path = pre_commit_path(repository)};
  place.serves = served_by(repository, place.path);
  std::error_code error;
  const bool is_there = fs::exists(fs::symlink_status(place.path, error));
  const std::string there = is_there ? bytes_of(place.path) : "";
  const std::string wanted = pre_commit_hook(folder, place.serves);
  if (!is_there || there == earlier_hook(folder) ||
      (there == wanted && !may_be_executed(place.path)))
    write(place.path, wanted);
  else if (!runs(there, hook_command(folder)))
    place.state = HookState::in_the_way;
  else
    place.state = may_be_executed(place.path) ? HookState::there_already : HookState::not_run;
  if (place.serves == HookServes::several && place.state != HookState::in_the_way)
    repository.set({{"lianxi.hook", "true"}});
  return place;
}

}  // namespace lianxi
