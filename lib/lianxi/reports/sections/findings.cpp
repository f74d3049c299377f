#include <algorithm>

#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/rules/judge.hpp>

namespace lianxi {
namespace {

/// What was found, and why it does not count where a waiver says so.
std::string message_text(const Wording& wording, const Finding& finding) {
  std::string text = wording(finding.message);
  if (!finding.waived.empty())
    text += "\n" + wording(say({"waived: {}", "已豁免：{}"}, finding.waived));
  return text;
}

/// The findings rule by rule, in the order of the manual.
std::vector<const Finding*> by_rule(const Findings& findings) {
  std::vector<const Finding*> sorted;
  const auto take = [&](std::string_view rule) {
    for (const Finding& finding : findings)
      if (finding.rule == rule) sorted.push_back(&finding);
  };
  for (const FollowupRule* rule : followup_rules()) take(rule->name);
  return sorted;
}

/// What the rule is about and how often it was broken, for the first of its rows.
std::string rule_text(const Wording& wording, const Findings& findings, std::string_view rule) {
  const RuleInfo* info = find_rule(rule);
  return wording(say({"{} ({})", "{}（{}）"}, info ? wording(info->holds) : std::string(rule),
                     std::ranges::count(findings, rule, &Finding::rule)));
}

doc::Table table_of(const Wording& wording, const Findings& findings) {
  doc::Table table{{{wording(Bilingual{"What is wrong", "问题"})},
                    {wording(Bilingual{"Severity", "级别"})},
                    {wording(Bilingual{"Record", "记录"})},
                    {wording(Bilingual{"Finding", "说明"})}},
                   {}};
  std::string_view rule;
  for (const Finding* finding : by_rule(findings)) {
    const bool first = finding->rule != rule;
    rule = finding->rule;
    table.rows.push_back({first ? rule_text(wording, findings, rule) : std::string(),
                          wording(severity_name(finding->severity)), finding->record,
                          message_text(wording, *finding)});
  }
  return table;
}

/// What the conference did or left undone. Waivers are left out: whether one is of use
/// cannot be seen from a single period.
Verdict verdict_on(const Compliance& compliance) {
  Verdict verdict = judge(compliance);
  std::erase_if(verdict.findings, [](const Finding& finding) {
    return finding.rule == rule_names::unused_waiver || finding.rule == rule_names::expired_waiver;
  });
  verdict.count();
  return verdict;
}

std::string sums(const Wording& wording, const Verdict& verdict) {
  std::string text =
      wording(say({"Errors: {}, warnings: {}, infos: {}", "错误{}项，警告{}项，提示{}项"},
                  verdict.errors, verdict.warnings, verdict.infos));
  if (verdict.waived > 0)
    text += wording(say({"; waived: {}", "；另有已豁免{}项"}, verdict.waived));
  return text + wording(Bilingual{".", "。"});
}

}  // namespace

doc::Section sections::findings(const ReportCase& c) {
  const Wording& wording = c.wording;
  doc::Section section{wording(Bilingual{"Findings of the follow-up", "督查发现的问题"})};
  const Verdict verdict = verdict_on(c.current);
  if (verdict.findings.empty()) {
    section.blocks.push_back(doc::Paragraph{
        wording(say({"Nothing was found {}.", "{}没有发现问题。"}, c.this_period()))});
    return section;
  }
  section.blocks.push_back(doc::Paragraph{sums(wording, verdict)});
  section.blocks.push_back(table_of(wording, verdict.findings));
  return section;
}

}  // namespace lianxi
