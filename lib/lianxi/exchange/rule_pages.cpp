#include <algorithm>

#include <lianxi/exchange/json_values.hpp>
#include <lianxi/exchange/rule_pages.hpp>
#include <lianxi/exchange/text_table.hpp>

namespace lianxi LIANXI_EXPORT {

using json::Json;

namespace {

constexpr Bilingual why_title{"Why", "为什么"}, bad_title{"Breaks the rule", "违反的例子"},
    mended_title{"Keeps the rule", "改正后"};

/// Every line two spaces in; empty ones stay empty.
std::string indented(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    if (end > 0) out += fmt::format("  {}", text.substr(0, end));
    out += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string section(Bilingual title, Bilingual body, Language language) {
  return fmt::format("\n{}\n\n{}", title.in(language), indented(body.in(language)));
}

std::string fenced(Bilingual title, Bilingual body, Language language) {
  return fmt::format("\n**{}**\n\n```yaml\n{}```\n", title.in(language), body.in(language));
}

}  // namespace

std::vector<ListedRule> listed_rules() {
  std::vector<ListedRule> rules;
  for (const ValidateRule* rule : validate_rules()) rules.push_back({rule, "validate"});
  for (const FollowupRule* rule : followup_rules()) rules.push_back({rule, "followup"});
  return rules;
}

std::string rules_text(Language language) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& [rule, command] : listed_rules())
    rows.push_back({std::string(rule->name),
                    std::string(severity_name(rule->severity).in(language)), std::string(command),
                    std::string(rule->holds.in(language))});
  return aligned(rows);
}

std::string rules_json() {
  Json json = Json::array();
  for (const auto& [rule, command] : listed_rules())
    json.push_back({{"rule", rule->name},
                    {"severity", severity_name(rule->severity).en},
                    {"command", command},
                    {"summary", rule->holds.en}});
  return json::dump({{"rules", std::move(json)}});
}

std::string rule_help(const RuleInfo& rule, Language language) {
  return section(why_title, rule.why, language).substr(1) + section(bad_title, rule.bad, language) +
         section(mended_title, rule.mended, language);
}

std::string rule_help_markdown(const RuleInfo& rule, Language language) {
  return fmt::format("{}\n{}{}", rule.why.in(language), fenced(bad_title, rule.bad, language),
                     fenced(mended_title, rule.mended, language));
}

std::string rule_page(const ListedRule& listed, Language language) {
  const RuleInfo& rule = *listed.info;
  return fmt::format("{} [{}, {}]\n\n{}\n{}", rule.name, severity_name(rule.severity).in(language),
                     listed.command, indented(rule.holds.in(language)), rule_help(rule, language));
}

}  // namespace lianxi
