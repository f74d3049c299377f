#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <tuple>

#include <lianxi/book/book.hpp>
#include <lianxi/book/unit_ids.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/words/sentences.hpp>
#include <lianxi/rules/judge.hpp>
#include <lianxi/rules/waiving.hpp>

namespace lianxi {
namespace {

/// Infos are no fault of anybody; waivers are the office's own business, and no matter of a unit.
bool is_told(const Finding& finding) {
  return finding.severity >= Severity::warning && !is_about_waiver(finding);
}

/// What is said of each unit, in the order of the units; of the conference as a whole first.
std::vector<Said> by_unit(const ReportCase& c, std::vector<Said> said) {
  std::map<std::string_view, std::size_t> rank;
  for (const Unit* unit : c.book.units_in_order()) rank.emplace(id_of(*unit), rank.size() + 1);
  const auto rank_of = [&](const Said& each) {
    const auto at = rank.find(each.unit);
    if (at != rank.end()) return at->second;
    return each.unit.empty() ? std::size_t(0) : rank.size() + 1;
  };
  std::ranges::stable_sort(said, {}, rank_of);
  return said;
}

/// A point for each sentence; of a unit by the day on which it arose.
doc::Items sentences(const ReportCase& c, std::vector<const Finding*> findings) {
  std::ranges::sort(findings, {}, [](const Finding* finding) {
    return std::tuple(finding->arisen.since, std::string_view(finding->record),
                      std::string_view(finding->rule), finding->at);
  });
  doc::Items items{.items = {}, .numbered = true};
  for (const Said& said : by_unit(c, sentences_of(c, findings)))
    items.items.emplace_back(said.sentence);
  return items;
}

/// Adds a heading with a list, or a line where there is nothing to list.
void add_part(const ReportCase& c, const std::vector<const Finding*>& findings,
              const std::string& title, const std::string& none, doc::Section& section) {
  doc::Section part{title};
  if (findings.empty())
    part.blocks.push_back(doc::Paragraph{none});
  else
    part.blocks.push_back(sentences(c, findings));
  section.sections.push_back(std::move(part));
}

}  // namespace

std::set<std::string, std::less<>> sections::units_found_wanting(const ReportCase& c,
                                                                 const Verdict& verdict) {
  std::set<std::string, std::less<>> units;
  for (const Finding& finding : verdict.findings) {
    const bool is_open = finding.arisen.nature == Nature::open;
    if (is_told(finding) && finding.waived.empty() &&
        (is_open || c.scope.contains(finding.arisen.since)))
      units.emplace(finding.arisen.unit);
  }
  return units;
}

std::optional<doc::Section> sections::findings(const ReportCase& c) {
  return findings(c, judge(c.ledger));
}

std::optional<doc::Section> sections::findings(const ReportCase& c, const Verdict& verdict) {
  if (c.is_for_the_public()) return std::nullopt;
  const Wording& wording = c.wording;
  doc::Section section{wording(Bilingual{"What the follow-up found", "督查发现的问题"})};
  std::vector<const Finding*> arisen, still_open;
  for (const Finding& finding : verdict.findings) {
    if (!is_told(finding)) continue;
    if (c.scope.contains(finding.arisen.since))
      arisen.push_back(&finding);
    else if (finding.arisen.nature == Nature::open && finding.waived.empty())
      still_open.push_back(&finding);
  }
  add_part(c, arisen, wording(say({"Found {}", "{}新发现的问题"}, c.this_period())),
           wording(say({"Nothing was found {}.", "{}没有发现新的问题。"}, c.this_period())),
           section);
  if (c.scope.from)
    add_part(
        c, still_open, wording(Bilingual{"Still open from before", "此前发现、尚未解决的问题"}),
        wording(Bilingual{"Nothing is open from before.", "此前发现的问题均已解决。"}), section);
  return section;
}

}  // namespace lianxi
