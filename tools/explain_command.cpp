#include <algorithm>

#include <lianxi/exchange/rule_pages.hpp>

#include "command.hpp"

namespace lianxi::tool::explain_command {
namespace {

struct Arguments {
  std::string rule;
};

Error unknown(const std::string& name, const std::vector<ListedRule>& rules) {
  std::vector<std::string_view> names;
  names.reserve(rules.size());
  for (const ListedRule& rule : rules) names.push_back(rule.info->name);
  const Message near = did_you_mean(name, names);
  return usage_error(
      say({"there is no rule “{}”", "没有“{}”这条规则"}, name),
      near.empty() ? say({"`lianxi rules` lists them", "`lianxi rules` 可列出全部规则"}) : near);
}

void declare(Options& options, Arguments& arguments) {
  options.argument("RULE", arguments.rule, {"The rule's name", "规则名称"}).required = true;
}

int run(Session& session, const Arguments& arguments) {
  const auto rules = listed_rules();
  const auto rule = std::ranges::find(rules, arguments.rule,
                                      [](const ListedRule& listed) { return listed.info->name; });
  if (rule == rules.end()) throw unknown(arguments.rule, rules);
  session.print(rule_page(*rule, session.language()));
  return all_well;
}

}  // namespace

}  // namespace lianxi::tool::explain_command

namespace lianxi::tool::commands {
extern constinit const Command explain =
    command<explain_command::Arguments, explain_command::declare, explain_command::run>(
        "explain", {"Tell of one rule: why it exists, and an example", "说明一条规则：缘由与例子"},
        Uses::nothing);
}  // namespace lianxi::tool::commands
