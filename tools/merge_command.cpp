#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/whole_file.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/exchange/merge_text.hpp>
#include <lianxi/writing/file_merge.hpp>

#include "command.hpp"

namespace lianxi::tool::merge_command {
namespace {

namespace fs = std::filesystem;

struct Arguments {
  std::string base, ours, theirs, path;
};

void declare(Options& options, Arguments& arguments) {
  options
      .argument("BASE", arguments.base,
                {"The file as it was before both changed it; git's %O",
                 "双方修改之前的文件，即 git 的 %O"})
      .required = true;
  options
      .argument("OURS", arguments.ours,
                {"Our version, which the result takes the place of; %A",
                 "我方的版本，合并结果写在其上，即 %A"})
      .required = true;
  options.argument("THEIRS", arguments.theirs, {"Their version; %B", "对方的版本，即 %B"})
      .required = true;
  options
      .argument("PATH", arguments.path,
                {"What the file is called, for messages; %P", "文件的名称，用于提示，即 %P"})
      .required = true;
}

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::error_code error;
  if (!in || fs::is_directory(path, error))
    throw Error(say({"{} cannot be read", "无法读取 {}"}, printable(path)));
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (in.bad()) throw Error(say({"{} cannot be read", "无法读取 {}"}, printable(path)));
  return bytes;
}

int run(Session& session, const Arguments& arguments) {
  const MergedFile merged =
      merge_files(bytes_of(arguments.base), bytes_of(arguments.ours), bytes_of(arguments.theirs));
  write_whole(arguments.ours, merged.bytes, true);
  const std::string text = merge_text(merged, arguments.path, session.language());
  std::fputs(text.c_str(), stderr);
  return merged.has_conflicts ? found_errors : all_well;
}

}  // namespace

}  // namespace lianxi::tool::merge_command

namespace lianxi::tool::commands {
extern constinit const Command merge =
    command<merge_command::Arguments, merge_command::declare, merge_command::run>(
        "merge",
        {"Join two versions of a file by record and field, as git's merge driver",
         "按记录和字段合并文件的两个版本，供 git 用作合并驱动"},
        Uses::nothing);
}  // namespace lianxi::tool::commands
