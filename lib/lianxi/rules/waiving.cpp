#include <algorithm>
#include <fmt/format.h>
#include <span>
#include <unordered_map>

#include <lianxi/base/phrase.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/record_forms.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/waivers.hpp>
#include <lianxi/rules/rule.hpp>
#include <lianxi/rules/waiving.hpp>

namespace lianxi {

namespace rules {
extern const ValidateRule expired_waiver, unused_waiver;
}  // namespace rules

bool is_about_waiver(const Finding& finding) {
  return finding.rule == rule_names::unused_waiver || finding.rule == rule_names::expired_waiver;
}

Waiving::Waiving(const Book& book, Date as_of, const std::vector<std::string_view>& rules)
    : book_(book), as_of_(as_of) {
  for (const Waiver& waiver : book.waivers)
    if (waiver.rule && waiver.record && std::ranges::find(rules, *waiver.rule) != rules.end())
      add(waiver);
}

void Waiving::add(const Waiver& waiver) {
  Date since = book_.founded().value_or(as_of_);
  if (waiver.approved) {
    const std::string_view approved = *waiver.approved;
    const Meeting* meeting = book_.meeting(approved.substr(0, approved.find('/')));
    if (meeting && meeting->date) {
      if (!is_held(*meeting, as_of_)) return;
      since = *meeting->date;
    }
  }
  entries_.push_back({&waiver, canonical_record(*waiver.record), since});
}

bool Waiving::has_expired(const Waiver& waiver) const {
  return waiver.until && *waiver.until < as_of_;
}

namespace {

/// Findings by rule and by the name of their record, so that each waiver looks at few.
template <class F>
class FindingIndex {
 public:
  template <class All>
  explicit FindingIndex(All& findings) {
    for (F& finding : findings) {
      by_rule_[finding.rule].push_back(&finding);
      by_record_[finding.record].push_back(&finding);
    }
  }

  /// Those that a waiver of that rule, with the record in that form, may mean.
  std::span<F* const> candidates(std::string_view rule, std::string_view form) const {
    const bool wild = form.find('*') != form.npos;
    return wild ? of_rule(rule) : look_up(by_record_, form);
  }
  std::span<F* const> of_rule(std::string_view rule) const { return look_up(by_rule_, rule); }

 private:
  using Lists = std::unordered_map<std::string_view, std::vector<F*>>;

  static std::span<F* const> look_up(const Lists& lists, std::string_view key) {
    const auto at = lists.find(key);
    return at == lists.end() ? std::span<F* const>() : at->second;
  }

  Lists by_rule_, by_record_;
};

/// The first few records that have such findings.
std::vector<std::string_view> some_records(std::span<const Finding* const> findings) {
  constexpr std::size_t most = 3;
  std::vector<std::string_view> records;
  for (const Finding* finding : findings) {
    if (records.size() == most) break;
    if (std::ranges::find(records, finding->record) == records.end())
      records.push_back(finding->record);
  }
  return records;
}

}  // namespace

bool Waiving::means(const Entry& entry, const Finding& finding) {
  return finding.rule == *entry.waiver->rule && names_record(entry.form, finding.record);
}

void Waiving::mark(Findings& findings) const {
  if (entries_.empty()) return;
  const FindingIndex<Finding> index(findings);
  for (const Entry& entry : entries_) {
    if (has_expired(*entry.waiver)) continue;
    for (Finding* finding : index.candidates(*entry.waiver->rule, entry.form))
      if (finding->waived.empty() && means(entry, *finding))
        finding->waived = entry.waiver->reason.value_or("?");
  }
}

void Waiving::add_unused(const Entry& entry, const std::vector<std::string_view>& others,
                         Findings& out) const {
  FindingSink(rules::unused_waiver, out)
      .add(entry.waiver->rule.at(), book_.name_of(*entry.waiver), {entry.since, Nature::open},
           say({"this waiver hides nothing: there is no finding {} on {}",
                "该豁免没有作用：{} 在 {} 上并无发现"},
               *entry.waiver->rule, *entry.waiver->record),
           others.empty() ? say({"check the record's name, or delete the waiver",
                                 "请核对记录名称，或删去该豁免"})
                          : say({"check the record's name, or delete the waiver; there are such "
                                 "findings on: {}",
                                 "请核对记录名称，或删去该豁免；有此类发现的记录：{}"},
                                fmt::join(others, ", ")));
}

void Waiving::judge(const Findings& findings, Findings& out) const {
  if (entries_.empty()) return;
  const FindingIndex<const Finding> index(findings);
  std::unordered_map<std::string_view, std::vector<std::string_view>> others;
  for (const Entry& entry : entries_) {
    const Waiver& waiver = *entry.waiver;
    if (!has_expired(waiver)) {
      const auto candidates = index.candidates(*waiver.rule, entry.form);
      if (std::ranges::any_of(candidates, [&](auto* finding) { return means(entry, *finding); }))
        continue;
      const auto [known, is_new] = others.try_emplace(*waiver.rule);
      if (is_new) known->second = some_records(index.of_rule(*waiver.rule));
      add_unused(entry, known->second, out);
      continue;
    }
    FindingSink(rules::expired_waiver, out)
        .add(waiver.until.at(), book_.name_of(waiver), {*waiver.until + 1, Nature::open},
             say({"the waiver for {} ended on {}", "对 {} 的豁免已于 {} 到期"}, *waiver.record,
                 iso(*waiver.until)),
             say({"settle the matter, extend the waiver, or delete it",
                  "请办结该事项、延长豁免或删去"}));
  }
}

}  // namespace lianxi
