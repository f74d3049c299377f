// Rules: each is one file with one constant, and one line in rules.def.
//
// To add one: write rules/validate/<name>.cpp or rules/followup/<name>.cpp that defines
// `constinit const ValidateRule rules::<name>` (or FollowupRule), and add its line to rules.def.
// Forgetting either half does not build.
#pragma once
#include <filesystem>
#include <span>

#include <lianxi/base/finding.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/export.hpp>
#include <lianxi/followup/compliance.hpp>

namespace lianxi LIANXI_EXPORT {

/// What is told of every rule. `lianxi explain` prints it and the manual lists it.
struct RuleInfo {
  std::string_view name;  ///< Stable: scripts, waivers and severities name it.
  Severity severity;      ///< Unless the alliance's `severities` changes it.
  Bilingual holds;        ///< One line: what is wrong when it is found.
  Bilingual why;          ///< Why the rule exists.
  Bilingual bad, mended;  ///< Records that break it and keep it, as YAML.
};

/// What `validate` judges.
struct ValidateCase {
  const Book& book;
  Date as_of;
  bool as_of_given;  ///< Only then does a date after it count as lying in the future.
  /// Where the book's other files lie, to look up what its records name; null where it
  /// was not read from a folder.
  const std::filesystem::path* folder = nullptr;
};

/// Where a rule reports to.
class FindingSink {
 public:
  FindingSink(const RuleInfo& rule, Findings& findings) : rule_(rule), findings_(findings) {}
  Finding& add(Place at, std::string record, Message message, Message hint = {}) {
    findings_.push_back({.rule = rule_.name,
                         .at = at,
                         .record = std::move(record),
                         .message = std::move(message),
                         .hint = std::move(hint)});
    return findings_.back();
  }

 private:
  const RuleInfo& rule_;
  Findings& findings_;
};

/// A rule of `validate`. Rules that are found while reading have no check of their own.
struct ValidateRule : RuleInfo {
  void (*check)(const ValidateCase&, FindingSink&);
};

/// A rule of `followup`.
struct FollowupRule : RuleInfo {
  void (*check)(const Compliance&, FindingSink&);
};

namespace rules {
#define VALIDATE_RULE(name) extern const ValidateRule name;
#define FOLLOWUP_RULE(name) extern const FollowupRule name;
#include <lianxi/rules/rules.def>
#undef VALIDATE_RULE
#undef FOLLOWUP_RULE
}  // namespace rules

std::span<const ValidateRule* const> validate_rules();
std::span<const FollowupRule* const> followup_rules();
/// The rule of that name, of either command, or null.
const RuleInfo* find_rule(std::string_view name);

}  // namespace lianxi
