#include <lianxi/records/alliance.hpp>
#include <lianxi/rules/rule.hpp>
#include <lianxi/rules/severities.hpp>

namespace lianxi {

std::unordered_map<std::string_view, Severity> severities_of(const Book& book) {
  std::unordered_map<std::string_view, Severity> severities;
  for (const auto* rule : validate_rules()) severities[rule->name] = rule->severity;
  for (const auto* rule : followup_rules()) severities[rule->name] = rule->severity;
  if (!book.alliance()) return severities;
  for (const SeverityEntry& entry : book.alliance()->severities)
    if (const auto known = severities.find(entry.rule.value_or(""));
        known != severities.end() && entry.level)
      known->second = *entry.level;
  return severities;
}

}  // namespace lianxi
