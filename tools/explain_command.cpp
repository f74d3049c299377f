#include <algorithm>

#include <lianxi/base/words.hpp>
#include <lianxi/exchange/rule_pages.hpp>

#include "command.hpp"

namespace lianxi::tool {
namespace {

UsageError unknown(const std::string& name, const std::vector<ListedRule>& rules) {
  std::vector<std::string_view> names;
  for (const ListedRule& rule : rules) names.push_back(rule.info->name);
  const auto near = nearest(name, names);
  return UsageError(say({"there is no rule “{}”", "没有“{}”这条规则"}, name),
                    near.empty()
                        ? say({"`lianxi rules` lists them", "`lianxi rules` 可列出全部规则"})
                        : say({"did you mean {}?", "是不是 {}？"}, near));
}

Job setup(CLI::App& app, Language language) {
  auto name = std::make_shared<std::string>();
  app.add_option("RULE", *name, text({"The rule's name", "规则名称"}, language))->required();
  return [name](Session& session) {
    const auto rules = listed_rules();
    const auto rule =
        std::ranges::find(rules, *name, [](const ListedRule& r) { return r.info->name; });
    if (rule == rules.end()) throw unknown(*name, rules);
    session.print(rule_page(*rule, session.language()));
    return all_well;
  };
}

}  // namespace

namespace commands {
extern constinit const Command explain{
    "explain",
    {"Tell of one rule: why it exists, and an example", "说明一条规则：缘由与例子"},
    setup};
}  // namespace commands

}  // namespace lianxi::tool
