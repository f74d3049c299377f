#include <csignal>
#include <fmt/format.h>
#include <sstream>
#include <vector>

#include <lianxi/base/whole_file.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/folder.hpp>
#include <lianxi/documents/docx.hpp>
#include <lianxi/version.hpp>

#include "command.hpp"

namespace lianxi::tool::commands {
#define COMMAND(name) extern const Command name;
#include "commands.def"
#undef COMMAND
}  // namespace lianxi::tool::commands

using namespace lianxi;
using namespace lianxi::tool;

namespace {

constexpr const Command* all_commands[] = {
#define COMMAND(name) &commands::name,
#include "commands.def"
#undef COMMAND
};

constexpr Bilingual about{
    "lianxi keeps the paper of a joint conference: who signed in, what was resolved, who\n"
    "answers for it by when, who reported back. Records are YAML files in a folder, the book.",
    "联席（lianxi）管理联席会议的台账：谁签到、议定什么、谁负责、何时完成、落实如何。\n"
    "记录是一个文件夹里的若干 YAML 文件，称为账本。"};

constexpr Bilingual footer{
    "`lianxi COMMAND --help` tells more of each. Exit status: 0 all well, 1 errors found,\n"
    "2 wrong usage, 3 the work could not be done.",
    "`lianxi 命令 --help` 显示各命令的详细用法。退出状态：0 正常，1 发现错误，2 用法有误，3 "
    "无法完成。"};

void set_labels(CLI::App& app, Language language) {
  if (language != Language::zh) return;
  const auto formatter = app.get_formatter();
  formatter->label("Usage", "用法");
  formatter->label("OPTIONS", "选项");
  formatter->label("SUBCOMMAND", "命令");
  formatter->label("SUBCOMMANDS", "命令");
  formatter->label("Subcommands", "命令");
  formatter->label("POSITIONALS", "参数");
  formatter->label("Positionals", "参数");
  formatter->label("Options", "选项");
  formatter->label("REQUIRED", "（必填）");
}

std::vector<std::string_view> option_names(const CLI::App& app, std::vector<std::string>& keep) {
  for (const CLI::Option* option : app.get_options())
    for (const auto& name : option->get_lnames()) keep.push_back("--" + name);
  return {keep.begin(), keep.end()};
}

/// What to say of arguments that nothing takes.
UsageError unexpected(const CLI::App& app, const CLI::App* command) {
  // What stands before the command is left over by the program, not by the command.
  auto extras = app.remaining();
  if (command && extras.empty()) extras = command->remaining();
  const std::string word = extras.empty() ? "" : extras.front();
  std::vector<std::string> keep;
  std::vector<std::string_view> candidates;
  if (word.starts_with("-")) {
    candidates = option_names(command ? *command : app, keep);
  } else if (!command) {
    for (const Command* c : all_commands) candidates.emplace_back(c->name);
  }
  const auto near = nearest(word.substr(0, word.find('=')), candidates);
  const std::string help =
      command ? fmt::format("lianxi {} --help", command->get_name()) : "lianxi --help";
  return UsageError(word.starts_with("-") ? say({"there is no option {}", "没有选项 {}"}, word)
                    : command ? say({"unexpected argument “{}”", "多余的参数“{}”"}, word)
                              : say({"there is no command “{}”", "没有命令“{}”"}, word),
                    near.empty() ? say({"see `{}`", "请看 `{}`"}, help)
                                 : say({"did you mean {}?", "是不是 {}？"}, near));
}

int run(CLI::App& app, int argc, char** argv, Language language) {
  GlobalOptions options;
  Job job;
  const CLI::App* chosen = nullptr;
  // A report may have a command's name: once there is a command, no word is another one.
  app.require_subcommand(0, 1);
  app.option_defaults()->group(text({"Options", "选项"}, language));
  app.set_version_flag("--version", fmt::format("lianxi {}", lianxi::version),
                       text({"Show the version", "显示版本"}, language));
  app.set_help_flag("-h,--help", text({"Show this help", "显示帮助"}, language));
  add_global_options(app, options, language);
  for (const Command* command : all_commands) {
    auto* sub = app.add_subcommand(command->name, text(command->doc, language));
    sub->set_help_flag("-h,--help", text({"Show this help", "显示帮助"}, language));
    Job doing = command->setup(*sub, language);
    add_global_options(*sub, options, language);
    sub->preparse_callback([&chosen, sub](std::size_t) { chosen = sub; });
    sub->callback([&job, doing] { job = doing; });
  }
  set_labels(app, language);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ExtrasError&) {
    throw unexpected(app, chosen);
  } catch (const CLI::ParseError& e) {
    if (e.get_exit_code() == 0) {  // help, the version
      std::ostringstream asked_for;
      app.exit(e, asked_for, asked_for);
      Session({}).print(asked_for.str());
      return all_well;
    }
    throw UsageError(
        {e.what(), e.what()},
        chosen ? say({"see `lianxi {} --help`", "请看 `lianxi {} --help`"}, chosen->get_name())
               : say({"see `lianxi --help`", "请看 `lianxi --help`"}));
  }
  if (!job) {
    Session({}).print(app.help());
    return wrong_usage;
  }
  Session session(options);
  return job(session);
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe shows when writing, and ends quietly
  const Language language = wanted_language(argc, argv);
  CLI::App app{text(about, language), "lianxi"};
  app.footer(text(footer, language));
  try {
    return run(app, argc, argv, language);
  } catch (const UsageError& e) {
    complain(e.message().in(language), e.hint().in(language));
    return wrong_usage;
  } catch (const BookError& e) {
    complain(e.message().in(language));
  } catch (const WorkError& e) {
    complain(e.message().in(language));
  } catch (const WriteError& e) {
    complain(e.message().in(language));
  } catch (const DocxError& e) {
    complain(e.message().in(language));
  } catch (const std::exception& e) {
    complain(e.what());
  }
  return could_not_work;
}
