// The rules themselves, as a list and as pages.
#pragma once
#include <string>
#include <vector>

#include <lianxi/rules/rule.hpp>

namespace lianxi LIANXI_EXPORT {

/// A rule and the command that judges by it.
struct ListedRule {
  const RuleInfo* info;
  std::string_view command;
};

/// All rules of both commands, in the order of the manual.
std::vector<ListedRule> listed_rules();

/// A line for each rule.
std::string rules_text(Language);
/// The same as JSON, in English whatever the language.
std::string rules_json();

/// All that is told of a rule: `lianxi explain`.
std::string rule_page(const ListedRule&, Language);

/// Why the rule exists, and records that break and keep it; as plain text and as Markdown.
std::string rule_help(const RuleInfo&, Language);
std::string rule_help_markdown(const RuleInfo&, Language);

}  // namespace lianxi
