#include <lianxi/exchange/rule_pages.hpp>

#include "command.hpp"

namespace lianxi::tool::rules_command {
namespace {

struct Arguments {
  std::string format;
};

void declare(Options& options, Arguments& arguments) {
  options.choice("--format", {"text", "json"}, arguments.format,
                 {"How rules are shown", "显示方式"});
}

int run(Session& session, const Arguments& arguments) {
  session.print(arguments.format == "json" ? rules_json() : rules_text(session.language()));
  return all_well;
}

}  // namespace

}  // namespace lianxi::tool::rules_command

namespace lianxi::tool::commands {
extern constinit const Command rules =
    command<rules_command::Arguments, rules_command::declare, rules_command::run>(
        "rules", {"List the rules that records are judged by", "列出核对和督办的全部规则"},
        Uses::nothing);
}  // namespace lianxi::tool::commands
