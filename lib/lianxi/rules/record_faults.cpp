#include <algorithm>
#include <atomic>

#include <lianxi/base/parallel.hpp>
#include <lianxi/rules/checking.hpp>
#include <lianxi/rules/judge.hpp>
#include <lianxi/rules/severities.hpp>
#include <lianxi/rules/waiving.hpp>

namespace lianxi LIANXI_EXPORT {

namespace rules {
extern const ValidateRule report_by_other;
}  // namespace rules

namespace {

using Severities = std::unordered_map<std::string_view, Severity>;

/// Counts errors rule by rule, so that of what cannot be one nothing is looked for.
class ErrorCount {
 public:
  explicit ErrorCount(const ValidateCase& c)
      : case_(c), severities_(severities_of(c.book)), waiving_(c.book, c.as_of, judged(c)) {}

  int count() {
    if (are_waivers_errors()) return validate(case_).errors;  // they hang on all the rules
    std::atomic<int> errors = number_of(found_while_reading());
    const auto rules = validate_rules();
    in_parallel(case_.jobs, rules.size(), [&](std::size_t number, unsigned) {
      const ValidateRule& rule = *rules[number];
      if (rule.check && is_error(rule.name)) errors += number_of(found_by(rule));
    });
    return errors;
  }

 private:
  /// As in `validate`: waivers of a rule that is not judged may hide something or not.
  static std::vector<std::string_view> judged(const ValidateCase& c) {
    std::vector<std::string_view> names;
    for (const ValidateRule* rule : validate_rules())
      if (c.authorship || rule != &rules::report_by_other) names.push_back(rule->name);
    return names;
  }

  bool is_error(std::string_view rule) const { return severities_.at(rule) == Severity::error; }

  bool are_waivers_errors() const {
    return is_error(rule_names::unused_waiver) || is_error(rule_names::expired_waiver);
  }

  Findings found_while_reading() const {
    Findings findings;
    std::ranges::copy_if(case_.book.findings(), std::back_inserter(findings),
                         [&](const Finding& finding) { return is_error(finding.rule); });
    return findings;
  }

  Findings found_by(const ValidateRule& rule) const {
    Findings findings;
    check(rule, case_, findings);
    return findings;
  }

  int number_of(Findings findings) const {
    waiving_.mark(findings);
    return int(std::ranges::count(findings, "", &Finding::waived));
  }

  const ValidateCase& case_;
  const Severities severities_;
  const Waiving waiving_;
};

}  // namespace

RecordFaults record_faults(const ValidateCase& c) {
  return {ErrorCount(c).count(), c.book.unread()};
}

}  // namespace lianxi
