#include <algorithm>
#include <cstdint>
#include <iterator>
#include <numeric>
#include <tuple>
#include <unordered_set>

#include <lianxi/base/parallel.hpp>
#include <lianxi/base/shortened.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/records/waivers.hpp>
#include <lianxi/rules/checking.hpp>
#include <lianxi/rules/judge.hpp>
#include <lianxi/rules/open_errors.hpp>
#include <lianxi/rules/severities.hpp>
#include <lianxi/rules/waiving.hpp>

namespace lianxi LIANXI_EXPORT {

namespace rules {
extern const ValidateRule report_by_other;
}  // namespace rules

namespace {

void set_severities(Findings& findings, const Book& book) {
  const auto severities = severities_of(book);
  for (Finding& finding : findings) finding.severity = severities.at(finding.rule);
  std::erase_if(findings, [](const Finding& f) { return f.severity == Severity::off; });
}

/// Puts the items in that order, each moved once: `order[i]` is which one comes i-th.
void arrange(Findings& findings, std::vector<std::uint32_t> order) {
  for (std::uint32_t start = 0; start < order.size(); ++start) {
    if (order[start] == start) continue;
    Finding first = std::move(findings[start]);
    std::uint32_t to = start;
    for (std::uint32_t from = order[to]; from != start; from = order[to]) {
      findings[to] = std::move(findings[from]);
      order[to] = to;
      to = from;
    }
    findings[to] = std::move(first);
    order[to] = to;
  }
}

void sort(Findings& findings) {
  std::vector<std::uint32_t> order(findings.size());
  std::iota(order.begin(), order.end(), 0U);
  // Places follow the order of the files, which is that of their paths. Numbers are sorted, since
  // findings are large; what is equal keeps its order.
  std::ranges::sort(order, [&](std::uint32_t i, std::uint32_t j) {
    const Finding &a = findings[i], &b = findings[j];
    return std::tie(a.at, a.rule, a.record, i) < std::tie(b.at, b.rule, b.record, j);
  });
  arrange(findings, std::move(order));
}

template <class Rules>
std::vector<std::string_view> names_of(const Rules& rules) {
  std::vector<std::string_view> names;
  for (const auto* rule : rules) names.push_back(rule->name);
  return names;
}

void add_about_waivers(const Waiving& waiving, const Book& book, Findings& findings) {
  Findings about_waivers;
  waiving.judge(findings, about_waivers);
  set_severities(about_waivers, book);
  std::ranges::move(about_waivers, std::back_inserter(findings));
}

/// Of what people are told, a value may have any length.
void shorten_values(Findings& findings) {
  for (Finding& finding : findings) {
    finding.message = shortened(std::move(finding.message));
    finding.hint = shortened(std::move(finding.hint));
    for (Related& related : finding.related)
      related.message = shortened(std::move(related.message));
  }
}

Verdict verdict_of(Findings findings) {
  shorten_values(findings);
  sort(findings);
  Verdict verdict{std::move(findings)};
  verdict.count();
  return verdict;
}

/// Of what the rules found in the whole book, what arose in the scope. What is said of waivers is
/// always shown; of the days of a fund that were not made public, the first.
void leave_arisen_in(const Scope& scope, Findings& findings) {
  std::unordered_set<std::string> funds;
  std::erase_if(findings, [&](const Finding& finding) {
    if (is_about_waiver(finding)) return false;
    if (!scope.contains(finding.arisen.since)) return true;
    return finding.rule == rule_names::fund_unpublished && !funds.insert(finding.record).second;
  });
}

/// What all rules of `followup` find in the whole book.
Findings found_in(const Compliance& whole) {
  Findings findings;
  for (const auto* rule : followup_rules()) {
    FindingSink sink(*rule, findings);
    if (rule->check) rule->check(whole, sink);
  }
  set_severities(findings, whole.book);
  return findings;
}

/// What the rules find that depend on the others' findings.
Findings found_in(const Compliance& whole, const Findings& findings) {
  Findings more;
  for (const auto* rule : followup_rules()) {
    FindingSink sink(*rule, more);
    if (rule->check_findings) rule->check_findings(whole, findings, sink);
  }
  set_severities(more, whole.book);
  return more;
}

}  // namespace

void Verdict::count() {
  errors = warnings = infos = waived = open_errors = open_warnings = 0;
  for (const Finding& finding : findings) {
    if (!finding.waived.empty()) {
      ++waived;
      continue;
    }
    const bool open = finding.arisen.nature == Nature::open;
    if (finding.severity == Severity::error) {
      ++errors;
      open_errors += open;
    } else if (finding.severity == Severity::warning) {
      ++warnings;
      open_warnings += open;
    } else {
      ++infos;
    }
  }
}

/// What reading and all rules of `validate` find, several rules at a time.
static Findings found_in(const ValidateCase& c) {
  const auto rules = validate_rules();
  std::vector<Findings> found(rules.size());
  in_parallel(c.jobs, rules.size(),
              [&](std::size_t number, unsigned) { check(*rules[number], c, found[number]); });
  Findings findings = c.book.findings();
  for (Findings& some : found) std::ranges::move(some, std::back_inserter(findings));
  return findings;
}

Verdict validate(const ValidateCase& c) {
  Findings findings = found_in(c);
  set_severities(findings, c.book);
  auto judged = names_of(validate_rules());
  // Waivers of a rule that is not judged may hide something or not.
  if (!c.authorship) std::erase(judged, rules::report_by_other.name);
  const Waiving waiving(c.book, c.as_of, judged);
  waiving.mark(findings);
  add_about_waivers(waiving, c.book, findings);
  return verdict_of(std::move(findings));
}

static Verdict judge_whole(const Compliance& whole, const Scope& scope) {
  Findings findings = found_in(whole);
  const Waiving waiving(whole.book, whole.as_of, names_of(followup_rules()));
  waiving.mark(findings);
  Findings more = found_in(whole, findings);
  waiving.mark(more);
  std::ranges::move(more, std::back_inserter(findings));
  add_about_waivers(waiving, whole.book, findings);
  leave_arisen_in(scope, findings);
  return verdict_of(std::move(findings));
}

/// Whether those that look at what the others found may find errors: these need all of it.
static bool depends_on_all(const std::unordered_map<std::string_view, Severity>& severities) {
  const auto is_error = [&](std::string_view rule) {
    return severities.at(rule) == Severity::error;
  };
  return is_error(rule_names::unused_waiver) || is_error(rule_names::expired_waiver) ||
         std::ranges::any_of(followup_rules(), [&](const auto* rule) {
           return rule->check_findings && is_error(rule->name);
         });
}

static int open_errors_in(const Compliance& whole, const Scope& scope) {
  const auto severities = severities_of(whole.book);
  if (depends_on_all(severities)) return judge_whole(whole, scope).open_errors;
  Findings findings;
  for (const auto* rule : followup_rules()) {
    FindingSink sink(*rule, findings);
    if (rule->check && severities.at(rule->name) == Severity::error) rule->check(whole, sink);
  }
  set_severities(findings, whole.book);
  Waiving(whole.book, whole.as_of, names_of(followup_rules())).mark(findings);
  leave_arisen_in(scope, findings);
  Verdict verdict{std::move(findings)};
  verdict.count();
  return verdict.open_errors;
}

int open_errors_of(const Compliance& compliance) {
  const bool is_whole = !compliance.scope.from && compliance.scope.to == compliance.as_of;
  if (is_whole) return open_errors_in(compliance, compliance.scope);
  return open_errors_in(compliance_of(compliance.book, compliance.as_of), compliance.scope);
}

Verdict judge(const Compliance& compliance) {
  const bool is_whole = !compliance.scope.from && compliance.scope.to == compliance.as_of;
  if (is_whole) return judge_whole(compliance, compliance.scope);
  return judge_whole(compliance_of(compliance.book, compliance.as_of), compliance.scope);
}

}  // namespace lianxi
