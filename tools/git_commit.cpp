#include "git_commit.hpp"

#include <filesystem>
#include <unistd.h>

#include <lianxi/base/error.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/program.hpp>
#include <lianxi/base/signals_held_back.hpp>
#include <lianxi/base/words.hpp>

namespace lianxi::tool {
namespace {

/// Git wants to know whose home it is in, and who commits.
std::vector<std::string> surroundings() {
  std::vector<std::string> all;
  for (char** one = environ; *one; ++one)
    if (!std::string_view(*one).starts_with("PATH=")) all.emplace_back(*one);
  return all;
}

ProgramEnd git(const std::string& folder, std::vector<std::string> arguments) {
  const PrivateFolder own;
  arguments.insert(arguments.begin(), {"git", "-C", folder});
  ProgramEnd end = run_program(arguments, surroundings(), own.path(), Patience::endless);
  if (!end.found) throw Error(say({"there is no git here", "没有安装 git"}));
  return end;
}

std::vector<std::string> with_paths(std::vector<std::string> arguments,
                                    const std::vector<std::string>& paths) {
  arguments.emplace_back("--");
  for (const std::string& path : paths) arguments.push_back(":(literal)" + path);
  return arguments;
}

}  // namespace

void refuse_uncommitted(const std::string& folder, const std::vector<std::string>& paths) {
  if (!git(folder, {"rev-parse", "--git-dir"}).all_well)
    throw Error(say({"the book lies in no git repository; nothing was written",
                     "账本不在 git 仓库中，未写入任何内容"}));
  for (const std::string& path : paths) {
    std::error_code error;
    const bool known = git(folder, with_paths({"ls-files", "--error-unmatch"}, {path})).all_well;
    const bool clean = git(folder, with_paths({"diff", "--quiet"}, {path})).all_well &&
                       git(folder, with_paths({"diff", "--quiet", "--cached"}, {path})).all_well;
    const bool there = std::filesystem::exists(std::filesystem::path(folder) / path, error);
    if (clean && known == there) continue;
    throw Error(say({"{} has changes that are not committed; nothing was written",
                     "{} 有尚未提交的改动，未写入任何内容"},
                    printable(path)),
                say({"commit them first, or leave --commit out", "请先提交，或不用 --commit"}));
  }
}

void commit_files(const std::string& folder, const std::vector<std::string>& paths,
                  const std::string& subject, const std::string& body) {
  ProgramEnd end = git(folder, with_paths({"add", "--intent-to-add"}, paths));
  if (end.all_well)
    end =
        git(folder, with_paths({"commit", "--quiet", "--only", "-m", subject, "-m", body}, paths));
  if (end.all_well) return;
  if (SignalsHeldBack::is_one_waiting())
    throw Error(
        say({"written, but interrupted before it was committed", "已写入，但在提交之前中断"}),
        say({"look at it with git diff, and commit it", "请用 git diff 查看后提交"}));
  throw Error(
      say({"written, but not committed: {}", "已写入，但未能提交：{}"}, printable(end.errors)));
}

}  // namespace lianxi::tool
