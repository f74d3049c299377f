// The one file that walks rules.def.
#include <algorithm>

#include <lianxi/rules/rule.hpp>

namespace lianxi LIANXI_EXPORT {

namespace rules {
#define VALIDATE_RULE(name) extern const ValidateRule name;
#define FOLLOWUP_RULE(name) extern const FollowupRule name;
#include <lianxi/rules/rules.def>
#undef VALIDATE_RULE
#undef FOLLOWUP_RULE
}  // namespace rules

namespace {

constexpr const ValidateRule* all_validate_rules[] = {
#define VALIDATE_RULE(name) &rules::name,
#define FOLLOWUP_RULE(name)
#include <lianxi/rules/rules.def>
#undef VALIDATE_RULE
#undef FOLLOWUP_RULE
};

constexpr const FollowupRule* all_followup_rules[] = {
#define VALIDATE_RULE(name)
#define FOLLOWUP_RULE(name) &rules::name,
#include <lianxi/rules/rules.def>
#undef VALIDATE_RULE
#undef FOLLOWUP_RULE
};

template <class Rules>
const RuleInfo* find_in(const Rules& rules, std::string_view name) {
  const auto at = std::ranges::find(rules, name, [](const auto* rule) { return rule->name; });
  return at == std::end(rules) ? nullptr : *at;
}

}  // namespace

std::span<const ValidateRule* const> validate_rules() { return all_validate_rules; }
std::span<const FollowupRule* const> followup_rules() { return all_followup_rules; }

const RuleInfo* find_rule(std::string_view name) {
  if (const auto* rule = find_in(all_validate_rules, name)) return rule;
  return find_in(all_followup_rules, name);
}

Finding& FindingSink::add(Place at, std::string record, Message message, Message hint) {
  findings_.push_back({.rule = RuleName(rule_.name),
                       .at = at,
                       .record = std::move(record),
                       .message = std::move(message),
                       .hint = std::move(hint)});
  return findings_.back();
}

Finding& FindingSink::add(Place at, std::string record, Arisen arisen, Message message,
                          Message hint) {
  Finding& finding = add(at, std::move(record), std::move(message), std::move(hint));
  finding.arisen = arisen;
  return finding;
}

}  // namespace lianxi
