// Rules: each is one file with one constant, and one line in rules.def.
//
// To add one: write rules/validate/<name>.cpp or rules/followup/<name>.cpp that defines
// `extern constinit const ValidateRule rules::<name>` (or FollowupRule), and add its line to
// rules.def, which only the catalogue reads. Forgetting either half does not build.
#pragma once
#include <span>

#include <lianxi/base/finding.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

class BookSource;
struct Authorship;
struct Compliance;

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
  /// Where the book's other files lie, to look up what its records name; null where that is not
  /// known.
  const BookSource* files = nullptr;
  /// Who committed what, for the rules that ask; null where nobody wants to know.
  const Authorship* authorship = nullptr;
  /// How many rules may be judged at a time; what is found does not depend on it.
  unsigned jobs = 1;
};

/// Where a rule reports to.
class FindingSink {
 public:
  FindingSink(const RuleInfo& rule, Findings& findings) : rule_(rule), findings_(findings) {}
  /// The finding may be given more: related places, edits.
  Finding& add(Place at, std::string record, Message message, Message hint = {});
  /// Likewise of a finding of `followup`.
  Finding& add(Place at, std::string record, Arisen arisen, Message message, Message hint = {});

 private:
  const RuleInfo& rule_;
  Findings& findings_;
};

/// A rule of `validate`. Rules that are found while reading have no check of their own.
struct ValidateRule : RuleInfo {
  void (*check)(const ValidateCase&, FindingSink&);
};

/// A rule of `followup`. It judges the whole book: what was asked for selects among its findings
/// by the day on which they arose.
struct FollowupRule : RuleInfo {
  void (*check)(const Compliance&, FindingSink&);
  /// Where the rule depends on what the others found: called after `check`, which is null then,
  /// with all their findings, waived ones marked.
  void (*check_findings)(const Compliance&, const Findings&, FindingSink&) = nullptr;
};

std::span<const ValidateRule* const> validate_rules();
std::span<const FollowupRule* const> followup_rules();
/// The rule of that name, of either command, or null.
const RuleInfo* find_rule(std::string_view name);

}  // namespace lianxi
