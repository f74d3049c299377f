#include <algorithm>
#include <fmt/format.h>
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

void Waiving::mark(Findings& findings) const {
  if (entries_.empty()) return;
  std::unordered_map<std::string_view, std::vector<Finding*>> by_rule;
  std::unordered_map<std::string, std::vector<Finding*>> by_name;
  for (Finding& finding : findings) {
    by_rule[finding.rule].push_back(&finding);
    by_name[fmt::format("{} {}", std::string_view(finding.rule), finding.record)].push_back(
        &finding);
  }
  for (const Entry& entry : entries_) {
    if (has_expired(*entry.waiver)) continue;
    const bool wild = entry.form.find('*') != entry.form.npos;
    const auto& meant = wild ? by_rule[*entry.waiver->rule]
                             : by_name[fmt::format("{} {}", *entry.waiver->rule, entry.form)];
    for (Finding* finding : meant)
      if (finding->waived.empty() && names_record(entry.form, finding->record))
        finding->waived = entry.waiver->reason.value_or("?");
  }
}

void Waiving::add_unused(const Entry& entry, const Findings& findings, Findings& out) const {
  std::vector<std::string_view> others;
  for (const Finding& finding : findings) {
    if (finding.rule != *entry.waiver->rule) continue;
    if (names_record(entry.form, finding.record)) return;
    if (others.size() < 3 && std::ranges::find(others, finding.record) == others.end())
      others.push_back(finding.record);
  }
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
  for (const Entry& entry : entries_) {
    const Waiver& waiver = *entry.waiver;
    if (!has_expired(waiver)) {
      add_unused(entry, findings, out);
      continue;
    }
    FindingSink(rules::expired_waiver, out)
        .add(waiver.until.at(), book_.name_of(waiver), {*waiver.until + 1, Nature::open},
             say({"this waiver ended on {}", "该豁免已于 {} 到期"}, iso(*waiver.until)),
             say({"settle the matter, extend the waiver, or delete it",
                  "请办结该事项、延长豁免或删去"}));
  }
}

}  // namespace lianxi
