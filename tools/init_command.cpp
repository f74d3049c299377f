#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unistd.h>

#include <lianxi/base/made_things.hpp>
#include <lianxi/base/program.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/folder.hpp>
#include <lianxi/book/record_path.hpp>
#include <lianxi/exchange/import_text.hpp>
#include <lianxi/exchange/new_book.hpp>
#include <lianxi/schema/spelling.hpp>
#include <lianxi/sheets/sheet_reading.hpp>

#include "command.hpp"
#include "git_setup.hpp"

namespace lianxi::tool::init_command {
namespace {

namespace fs = std::filesystem;

struct Arguments {
  std::string folder = ".", name, founded, units;
  bool git = false;
};

/// A file that holds just what it is to hold, as a run that was broken off leaves it.
bool is_made_already(const fs::path& path, const NewFile& file) {
  std::error_code error;
  if (!fs::is_regular_file(fs::symlink_status(path, error))) return false;
  std::ifstream in(path, std::ios::binary);
  return std::string{std::istreambuf_iterator<char>(in), {}} == file.bytes;
}

/// Nothing is overwritten, and no book is made inside a book.
void refuse_what_is_there(const fs::path& folder, const std::vector<NewFile>& files) {
  if (const auto book = find_book(folder))
    throw usage_error(say({"{} lies in a book already: {}", "{} 已在账本 {} 之内"}, folder.native(),
                          book->native()));
  for (const NewFile& file : files)
    if (std::error_code error; fs::exists(fs::symlink_status(folder / file.path, error)) &&
                               !is_made_already(folder / file.path, file))
      throw usage_error(say({"{} is there already", "{} 已经存在"}, (folder / file.path).native()),
                        say({"nothing was written", "没有写入任何文件"}));
}

/// What git takes from its surroundings, but not of another repository: a hook may have called.
std::vector<std::string> surroundings() {
  std::vector<std::string> all;
  for (char** one = environ; *one; ++one) {
    const std::string_view setting = *one;
    const bool is_of_a_repository =
        setting.starts_with("GIT_") && !setting.starts_with("GIT_CONFIG");
    if (!is_of_a_repository && !setting.starts_with("PATH=")) all.emplace_back(setting);
  }
  return all;
}

/// The repository that the folder lies in; where there is none it is made into one.
Repository repository_of(const fs::path& folder, MadeThings& made) {
  if (auto found = repository_for_hooks(folder)) return *std::move(found);
  made.answer_for(folder / ".git");
  const PrivateFolder own;
  const ProgramEnd end = run_program({"git", "init", "-q", folder.native()}, surroundings(),
                                     own.path(), Patience::endless);
  if (!end.found)
    throw Error(say({"there is no git here; install it, or leave --git out",
                     "没有安装 git；请先安装，或不用 --git"}));
  if (!end.all_well) throw Error(say({"git init failed: {}", "git init 失败：{}"}, end.errors));
  return *repository_for_hooks(folder);
}

/// Makes the book, and sets up git where that is wanted; all of it or nothing. The first file is
/// the one that makes the folder a book: it comes last, so that a run which was killed can be
/// repeated.
std::optional<GitSetup> make_book(const fs::path& folder, const std::vector<NewFile>& files,
                                  bool with_git) {
  MadeThings made;
  const auto make = [&](const NewFile& file) {
    if (!is_made_already(folder / file.path, file)) made.make_file(folder / file.path, file.bytes);
  };
  made.make_folder(folder);
  std::for_each(files.begin() + 1, files.end(), make);
  std::optional<GitSetup> setup;
  if (with_git) setup = set_up_git(repository_of(folder, made), fs::canonical(folder), made);
  make(files.front());
  made.keep();
  return setup;
}

std::string name_of_alliance(const Arguments& arguments, const fs::path& folder) {
  if (!arguments.name.empty()) return arguments.name;
  const auto name = folder.filename().native();
  return name.empty() ? "lianxi" : name;
}

void declare(Options& options, Arguments& arguments) {
  options.argument("DIR", arguments.folder,
                   {"Where; made if it is not there. This folder where not given",
                    "放在哪个文件夹；没有则新建。不写则为当前文件夹"});
  options.option(
      "--name", "NAME", arguments.name,
      {"The alliance's name; the folder's where not given", "联盟名称；不写则用文件夹的名称"});
  options.option(
      "--founded", "DATE", arguments.founded,
      {"When it was founded; the as-of day where not given", "联盟成立日期；不写则为当天"});
  options.option("--units", "FILE", arguments.units,
                 {"Take the units from a spreadsheet", "从电子表格读入各单位"});
  options.flag("--git", arguments.git,
               {"Add a git hook that lets no records with errors be committed",
                "添加 git 钩子：记录有错误时不予提交"});
}

Date day_of_founding(const Session& session, const Arguments& arguments) {
  if (arguments.founded.empty()) return session.as_of();
  if (const auto day = read_date(arguments.founded)) return *day;
  throw usage_error(say({"--founded: “{}” is not a date", "--founded：“{}”不是日期"},
                        printable(arguments.founded)),
                    say({"write it as 2013-05-20", "请写成 2013-05-20"}));
}

/// The units of a sheet; throws where anything in it is wrong, with all that is.
std::vector<Draft> units_of(const Session& session, const Arguments& arguments) {
  if (arguments.units.empty()) return {};
  const Grid grid = read_sheet(arguments.units, {});
  const Imported imported = import_sheet(Book(), *collection_named("units"), grid, {});
  if (!imported.faults.empty())
    session.print(faults_text(imported.faults, grid.sheet, session.language()));
  if (!imported.faults.empty() || imported.drafts.empty())
    throw Error(say({"the units cannot be taken from {}; nothing was written",
                     "无法从 {} 读入单位，未写入任何内容"},
                    printable(arguments.units)));
  return imported.drafts;
}

int run(Session& session, const Arguments& arguments) {
  const fs::path folder = fs::weakly_canonical(fs::absolute(arguments.folder));
  const auto files =
      new_book(name_of_alliance(arguments, folder), day_of_founding(session, arguments),
               session.language(), units_of(session, arguments));
  refuse_what_is_there(folder, files);
  if (arguments.git)
    repository_for_hooks(folder);  // a bare one is refused before anything is written
  const auto setup = make_book(folder, files, arguments.git);
  if (!session.quiet())
    session.print(say({"A new book is in {}.\nNext: put your units into units.yaml, then run "
                       "`lianxi -C {} validate`.\n",
                       "新账本已建在 {}。\n下一步：在 units.yaml 中登记各单位，然后运行 "
                       "`lianxi -C {} validate`。\n"},
                      folder.native(), arguments.folder)
                      .in(session.language()));
  return setup ? tell_of_git(session, *setup) : all_well;
}

}  // namespace

}  // namespace lianxi::tool::init_command

namespace lianxi::tool::commands {
extern constinit const Command init =
    command<init_command::Arguments, init_command::declare, init_command::run>(
        "init", {"Start a new book", "新建账本"}, Uses::day);
}  // namespace lianxi::tool::commands
