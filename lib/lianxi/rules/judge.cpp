#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include <lianxi/followup/compliance.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/waivers.hpp>
#include <lianxi/rules/judge.hpp>

namespace lianxi {

namespace rules {
extern const ValidateRule expired_waiver, unused_waiver;
}  // namespace rules

namespace {

template <class Rules>
bool is_one_of(const Rules& rules, std::string_view name) {
  return std::ranges::any_of(rules, [&](const auto* rule) { return rule->name == name; });
}

/// The severity of each rule in this book.
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

/// Marks what the book's waivers of one command's rules hide, and judges the waivers.
class Waiving {
 public:
  template <class Rules>
  Waiving(const Book& book, Date as_of, const Rules& rules) : book_(book), as_of_(as_of) {
    for (const Waiver& waiver : book.waivers)
      if (waiver.rule && is_one_of(rules, *waiver.rule)) waivers_.push_back({&waiver, false});
  }

  void mark(Findings& findings) {
    std::multimap<std::pair<std::string_view, std::string_view>, Finding*> by_name;
    if (waivers_.empty()) return;
    for (Finding& finding : findings)
      by_name.emplace(std::pair{finding.rule, std::string_view(finding.record)}, &finding);
    for (auto& [waiver, used] : waivers_) {
      if (!waiver->record || has_expired(*waiver)) continue;
      const auto [begin, end] = by_name.equal_range({*waiver->rule, *waiver->record});
      for (auto at = begin; at != end; ++at) {
        used = true;
        if (at->second->waived.empty()) at->second->waived = waiver->reason.value_or("?");
      }
    }
  }

  void judge(Findings& out) {
    for (const auto& [waiver, used] : waivers_) {
      if (has_expired(*waiver))
        FindingSink(rules::expired_waiver, out)
            .add(waiver->until.at(), book_.name_of(*waiver),
                 say({"this waiver ended on {}", "该豁免已于 {} 到期"}, iso(*waiver->until)),
                 say({"settle the matter, extend the waiver, or delete it",
                      "请办结该事项、延长豁免或删去"}));
      else if (!used && waiver->record)
        FindingSink(rules::unused_waiver, out)
            .add(waiver->rule.at(), book_.name_of(*waiver),
                 say({"this waiver hides nothing: there is no finding {} on {}",
                      "该豁免没有作用：{} 在 {} 上并无发现"},
                     *waiver->rule, *waiver->record),
                 say({"check the record's name, or delete the waiver",
                      "请核对记录名称，或删去该豁免"}));
    }
  }

 private:
  struct Entry {
    const Waiver* waiver;
    bool used;
  };

  bool has_expired(const Waiver& waiver) const { return waiver.until && *waiver.until < as_of_; }

  const Book& book_;
  Date as_of_;
  std::vector<Entry> waivers_;
};

void set_severities(Findings& findings, const Book& book) {
  const auto severities = severities_of(book);
  for (Finding& finding : findings) finding.severity = severities.at(finding.rule);
  std::erase_if(findings, [](const Finding& f) { return f.severity == Severity::off; });
}

void sort(Findings& findings) {
  // Places follow the order of the files, which is that of their paths.
  std::ranges::stable_sort(findings, [](const Finding& a, const Finding& b) {
    return std::tie(a.at, a.rule, a.record) < std::tie(b.at, b.rule, b.record);
  });
}

template <class Rules>
Verdict finish(Findings findings, const Book& book, Date as_of, const Rules& rules) {
  set_severities(findings, book);
  Waiving waiving(book, as_of, rules);
  waiving.mark(findings);
  Findings about_waivers;
  waiving.judge(about_waivers);
  set_severities(about_waivers, book);
  std::ranges::move(about_waivers, std::back_inserter(findings));
  sort(findings);
  Verdict verdict{std::move(findings)};
  verdict.count();
  return verdict;
}

}  // namespace

void Verdict::count() {
  errors = warnings = infos = waived = 0;
  for (const Finding& finding : findings) {
    if (!finding.waived.empty()) {
      ++waived;
      continue;
    }
    ++(finding.severity == Severity::error     ? errors
       : finding.severity == Severity::warning ? warnings
                                               : infos);
  }
}

Verdict validate(const ValidateCase& c) {
  Findings findings = c.book.findings();
  for (const auto* rule : validate_rules()) {
    FindingSink sink(*rule, findings);
    if (rule->check) rule->check(c, sink);
  }
  return finish(std::move(findings), c.book, c.as_of, validate_rules());
}

Verdict judge(const Compliance& compliance) {
  Findings findings;
  for (const auto* rule : followup_rules()) {
    FindingSink sink(*rule, findings);
    rule->check(compliance, sink);
  }
  return finish(std::move(findings), compliance.book, compliance.as_of, followup_rules());
}

}  // namespace lianxi
