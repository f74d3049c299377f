// The one file that knows CLI11, which takes as long to compile as all other commands together.
#include "command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>

#include <lianxi/base/words.hpp>
#include <lianxi/version.hpp>

namespace lianxi::tool {
namespace {

using Words = std::span<const char* const>;

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

CLI::Option* add_to(CLI::App& app, const Option& option, Language language) {
  const std::string doc(option.doc.in(language));
  if (std::holds_alternative<bool*>(option.target))
    return app.add_flag(option.names, doc)->disable_flag_override();
  auto* added = app.add_option(option.names, CLI::callback_t(), doc)->type_name(option.value);
  if (std::holds_alternative<std::vector<std::string>*>(option.target)) {
    added->expected(CLI::detail::expected_max_vector_size);
    added->allow_extra_args(option.is_argument() || option.takes_all_that_follow);
  }
  // How often it may be given is for the option itself to say.
  return added->required(option.required)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

/// CLI11's parser of the program or of a command, and where its values go.
class Level {
 public:
  Level(CLI::App& app, Language language) : app_(app), language_(language) {}

  CLI::App& app() const { return app_; }

  CLI::Option* add(const Option& option) {
    auto* parsed = add_to(app_, option, language_);
    bound_.push_back({option, parsed});
    return parsed;
  }

  /// Puts what was written into its place, for a command of that name that uses so much.
  void take(std::string_view name, Uses uses) const {
    for (const auto& [option, parsed] : bound_) {
      if (parsed->count() == 0) continue;
      if (option.needs > uses)
        throw usage_error(
            say({"`lianxi {}` does not use {}", "`lianxi {}` 用不到 {}"}, name, option.names));
      if (!option.is_argument()) refuse_options(option, parsed->results());
      option.take(parsed->results());
    }
  }

  /// What to say of an option that there is not; `otherwise` is the hint where none is near.
  Error unknown(const std::string& word, const Message& otherwise) const {
    std::vector<std::string> names;
    for (const CLI::Option* option : app_.get_options())
      for (const auto& name : option->get_lnames())
        if (!option->get_group().empty()) names.push_back("--" + name);
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    const Message hint = did_you_mean(word.substr(0, word.find('=')), candidates);
    return usage_error(say({"there is no option {}", "没有选项 {}"}, word),
                       hint.empty() ? otherwise : hint);
  }

 private:
  struct Bound {
    Option option;
    const CLI::Option* parsed;
  };

  /// CLI11 gives an option whatever comes next, and where a value was forgotten that is
  /// the next option.
  void refuse_options(const Option& option, const std::vector<std::string>& values) const {
    for (const auto& value : values)
      if (value.size() > 1 && value.starts_with('-') && app_.get_option_no_throw(value))
        throw usage_error(say({"{} needs a value", "{} 后面缺少内容"}, option.names));
  }

  CLI::App& app_;
  Language language_;
  std::vector<Bound> bound_;
};

/// What CLI11 says of a parse that failed, in our words. It names the option first.
Message in_our_words(const CLI::ParseError& error) {
  const std::string said = error.what();
  const std::string name = said.substr(0, said.find_first_of(": "));
  if (dynamic_cast<const CLI::RequiredError*>(&error))
    return say({"{} is required", "缺少 {}"}, name);
  if (!dynamic_cast<const CLI::ArgumentMismatch*>(&error)) return {said, said};
  return said.ends_with("missing") ? say({"{} needs a value", "{} 后面缺少内容"}, name)
                                   : say({"--{} takes no value", "--{} 后面不能写内容"}, name);
}

/// A script's variable that was never set: CLI11 would give the option the next word instead.
void refuse_empty_values(Words arguments) {
  for (const std::string_view argument : arguments) {
    if (argument == "--") return;
    if (argument.starts_with("--") && argument.find('=') == argument.size() - 1)
      throw empty_value(argument.substr(0, argument.size() - 1));
  }
}

class Parser {
 public:
  /// Only a command that is among the words can be meant. What the others take is not declared:
  /// that of all of them takes as long as reading a small book.
  Parser(Language language, Words words)
      : language_(language), app_(in(about), "lianxi"), program_(app_, language) {
    app_.footer(in(footer));
    // A report may have a command's name: once there is a command, no word is another one.
    app_.require_subcommand(0, 1);
    app_.option_defaults()->group(in({"Options", "选项"}));
    app_.set_version_flag("--version", fmt::format("lianxi {}", lianxi::version),
                          in({"Show the version", "显示版本"}));
    set_help_flag(app_);
    add_globals(program_, Uses::period);
    for (const Command* command : all_commands()) add(*command, words);
    set_labels(app_, language);
  }

  CommandLine read(int argc, const char* const* argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::Success& asked_for) {  // help, the version
      if (!chosen() && app_.remaining_size() > 0) throw unexpected();
      std::ostringstream answer;
      app_.exit(asked_for, answer, answer);
      return {.answer = answer.str()};
    } catch (const CLI::ExtrasError&) {
      throw unexpected();
    } catch (const CLI::ParseError& error) {
      throw usage_error(in_our_words(error), see_help());
    }
    return taken();
  }

  std::string help(const Command* command) const {
    return command ? app_.get_subcommand(command->name)->help("lianxi") : app_.help();
  }

 private:
  struct Subcommand {
    const Command* command;
    std::shared_ptr<void> values;
    Level level;
  };

  std::string in(Bilingual text) const { return std::string(text.in(language_)); }

  void set_help_flag(CLI::App& app) {
    app.set_help_flag("-h,--help", in({"Show this help", "显示帮助"}));
  }

  /// Global options stand before the command and after it. Those that are of no use to the
  /// command are known to it all the same, to say just that.
  void add_globals(Level& level, Uses uses) {
    Options options;
    declare_global_options(options, globals_);
    for (const Option& option : options.all())
      level.add(option)->group(option.needs > uses ? "" : in({"Global options", "全局选项"}));
  }

  void add(const Command& command, Words words) {
    auto* app = app_.add_subcommand(command.name, in(command.doc));
    set_help_flag(*app);
    if (std::ranges::none_of(words, [&](std::string_view word) { return word == command.name; }))
      return commands_.push_back({&command, nullptr, Level(*app, language_)});
    Options options;
    commands_.push_back({&command, command.declare(options), Level(*app, language_)});
    for (const Option& option : options.all()) commands_.back().level.add(option);
    add_globals(commands_.back().level, command.uses);
  }

  const Subcommand* chosen() const {
    for (const Subcommand& sub : commands_)
      if (sub.level.app().parsed()) return &sub;
    return nullptr;
  }

  CommandLine taken() const {
    const Subcommand* sub = chosen();
    if (!sub) return {};
    const Command& command = *sub->command;
    program_.take(command.name, command.uses);
    sub->level.take(command.name, command.uses);
    return {&command, sub->values, globals_};
  }

  Message see_help() const {
    const Subcommand* sub = chosen();
    return sub ? say({"see `lianxi {} --help`", "请看 `lianxi {} --help`"}, sub->command->name)
               : say({"see `lianxi --help`", "请看 `lianxi --help`"});
  }

  Error no_command(const std::string& word) const {
    std::vector<std::string_view> names;
    for (const Subcommand& sub : commands_) names.emplace_back(sub.command->name);
    const Message hint = did_you_mean(word, names);
    return usage_error(say({"there is no command “{}”", "没有命令“{}”"}, word),
                       hint.empty() ? see_help() : hint);
  }

  /// What to say of arguments that nothing takes.
  Error unexpected() const {
    const Subcommand* sub = chosen();
    // What stands before the command is left over by the program, not by the command.
    const Level& level = !sub || app_.remaining_size() > 0 ? program_ : sub->level;
    const std::string word = level.app().remaining().front();
    if (word.empty())
      return usage_error(say({"an argument is empty", "有一个参数为空"}), see_help());
    if (word.starts_with('-')) return level.unknown(word, see_help());
    if (!sub) return no_command(word);
    return usage_error(say({"unexpected argument “{}”", "多余的参数“{}”"}, word), see_help());
  }

  Language language_;
  CLI::App app_;
  Level program_;
  std::vector<Subcommand> commands_;
  GlobalOptions globals_;
};

}  // namespace

CommandLine read_command_line(int argc, const char* const* argv, Language language) {
  const Words words(argv + 1, argv + argc);
  refuse_empty_values(words);
  return Parser(language, words).read(argc, argv);
}

std::string help_of(const Command* command, Language language) {
  const std::string name(command ? command->name : "");
  const char* const word = name.c_str();
  return Parser(language, {&word, 1}).help(command);
}

}  // namespace lianxi::tool
