#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

#include <lianxi/exchange/manual.hpp>
#include <lianxi/exchange/mdoc_text.hpp>

#include "command_line.hpp"

namespace lianxi::tool {
extern const Bilingual json_page, git_page, district_page;  // in pages.cpp, made from the manual
}  // namespace lianxi::tool

namespace lianxi::tool::help_command {
namespace {

/// Whether man may be trusted with Chinese: names are in both languages on every page.
bool speaks_utf8() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"})
    if (const char* value = std::getenv(name); value && *value) {
      const std::string_view locale = value;
      return locale.ends_with("UTF-8") || locale.ends_with("utf8");
    }
  return false;
}

/// Lets man show a page as it shows the others; false where that is not possible.
bool is_shown_by_man(const std::string& page) {
  if (isatty(STDOUT_FILENO) != 1 || !speaks_utf8()) return false;
  // Programs expect to end when nobody reads on.
  std::signal(SIGPIPE, SIG_DFL);
  std::FILE* const man = popen("man -l - 2>/dev/null", "w");
  std::signal(SIGPIPE, SIG_IGN);
  if (!man) return false;
  std::fwrite(page.data(), 1, page.size(), man);
  return pclose(man) == 0;
}

void show(const std::string& page) {
  if (!is_shown_by_man(page)) write_out(text_of_mdoc(page));
}

struct Topic {
  std::string_view name;
  void (*show)(Language);
};

/// What there is a page of the manual about. A topic comes before a command of its name, whose
/// help is `lianxi COMMAND --help`.
constexpr Topic topics[] = {
    {"records", [](Language language) { show(records_manual(language)); }},
    {"rules", [](Language language) { show(rules_manual(language)); }},
    {"json", [](Language language) { show(std::string(json_page.in(language))); }},
    {"git", [](Language language) { show(std::string(git_page.in(language))); }},
    {"district", [](Language language) { show(std::string(district_page.in(language))); }},
    {"values", [](Language language) { write_out(values_text(language)); }},
};

struct Arguments {
  std::string topic;
};

void declare(Options& options, Arguments& arguments) {
  Option& topic = options.argument(
      "TOPIC", arguments.topic,
      {"A command, or what there is a page of the manual about", "命令，或手册中的一页"});
  topic.value = "COMMAND";
  for (const Topic& one : topics) topic.value += "|" + std::string(one.name);
}

Error unknown(const std::string& written) {
  std::vector<std::string_view> names;
  for (const Command* one : all_commands()) names.emplace_back(one->name);
  for (const Topic& topic : topics) names.push_back(topic.name);
  const Message near = did_you_mean(written, names);
  return usage_error(say({"there is no command or topic “{}”", "没有命令或主题“{}”"}, written),
                     near.empty() ? say({"see `lianxi help`", "请看 `lianxi help`"}) : near);
}

int run(Session& session, const Arguments& arguments) {
  const Language language = session.language();
  const auto* const topic = std::ranges::find(topics, arguments.topic, &Topic::name);
  if (topic != std::end(topics)) {
    topic->show(language);
    return all_well;
  }
  const auto commands = all_commands();
  const auto one = std::ranges::find(commands, arguments.topic, &Command::name);
  if (one == commands.end() && !arguments.topic.empty()) throw unknown(arguments.topic);
  session.print(help_of(one == commands.end() ? nullptr : *one, language));
  return all_well;
}

}  // namespace

}  // namespace lianxi::tool::help_command

namespace lianxi::tool::commands {
extern constinit const Command help =
    command<help_command::Arguments, help_command::declare, help_command::run>(
        "help",
        {"Show the help of a command, or a page of the manual", "显示命令的用法，或手册中的一页"},
        Uses::nothing);
}  // namespace lianxi::tool::commands
