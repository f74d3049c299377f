#include <fmt/format.h>
#include <unordered_map>

#include <lianxi/base/words.hpp>
#include <lianxi/history/authorship.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/followups.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::report_by_other_rule {
namespace {

std::string words_for_author(const FirstCommit& commit) {
  return printable(fmt::format("{} <{}>", commit.author, commit.email));
}

/// A report on a resolution.
struct Report {
  const Followup* followup = nullptr;
  const FollowupItem* item = nullptr;
};

class Check {
 public:
  Check(const ValidateCase& c, FindingSink& out) : book_(c.book), known_(*c.authorship), out_(out) {
    if (!book_.alliance()) return;
    for (const AuthorEntry& entry : book_.alliance()->authors)
      if (entry.email && entry.unit) units_[compared_email(*entry.email)] = *entry.unit;
  }

  void run() {
    for (const Followup& report : book_.followups) check(report);
    for (const Meeting& meeting : book_.meetings)
      for (const Resolution& resolution : meeting.resolutions)
        for (const Closure& closure : resolution.closures) check(meeting, resolution, closure);
  }

 private:
  void check(const Followup& report) {
    const FirstCommit* const commit = known_.of(name_of(report));
    if (!commit || !report.unit) return;
    const auto at = units_.find(compared_email(commit->email));
    if (at == units_.end()) return add_unknown(report, *commit);
    if (at->second == *report.unit) return;
    out_.add(
        report.unit.at(), name_of(report),
        say({"{} committed this report of {} (on {}, in {}), but commits for {}",
             "{1} 的这份报告由 {0} 提交（{2}，{3}），此人代表的是 {4}"},
            words_for_author(*commit), *report.unit, commit->day, commit->revision, at->second),
        say({"ask {} whether it reports so, or correct `authors` of the alliance",
             "请向 {} 核实，或更正联盟的“填报人”"},
            *report.unit));
  }

  void add_unknown(const Followup& report, const FirstCommit& commit) {
    out_.add(report.unit.at(), name_of(report),
             say({"{} committed this report of {} (on {}, in {}), and stands for no unit",
                  "{1} 的这份报告由 {0} 提交（{2}，{3}），此人未登记代表哪个单位"},
                 words_for_author(commit), *report.unit, commit.day, commit.revision),
             say({"if that is right, write in the alliance: authors: {{{0}: {1}}}",
                  "如属实，请在“联盟”中登记：填报人: {{{0}: {1}}}"},
                 printable(commit.email), *report.unit));
  }

  void check(const Meeting& meeting, const Resolution& resolution, const Closure& closure) {
    if (!closure.verdict || *closure.verdict != Judgement::accepted) return;
    const FirstCommit* const commit = known_.of(name_of_closure(meeting, resolution, closure));
    if (!commit) return;
    const Report report = closed_by(meeting, resolution, closure);
    const FirstCommit* const reported =
        report.followup ? known_.of(name_of(*report.followup)) : nullptr;
    if (!reported || compared_email(reported->email) != compared_email(commit->email)) return;
    out_.add(closure.at, name_of(meeting, resolution),
             say({"{} committed this closure (on {}, in {}), and the report that it closes",
                  "此项销号由 {} 提交（{}，{}），所依据的报告也由其提交"},
                 words_for_author(*commit), commit->day, commit->revision),
             say({"let somebody else verify what was reported", "请由他人核定"}))
        .related.push_back({report.item->at, say({"the report", "所依据的报告"})});
  }

  /// The last report that the resolution is done, up to the closure's day.
  Report closed_by(const Meeting& meeting, const Resolution& resolution, const Closure& closure) {
    Report last;
    for (const Followup& followup : book_.followups) {
      if (!followup.date || (closure.date && *followup.date > *closure.date)) continue;
      if (last.followup && *followup.date < *last.followup->date) continue;
      for (const FollowupItem& item : followup.items)
        if (item.resolution && item.status && *item.status == Status::done &&
            is_about(followup, item, meeting, resolution))
          last = {&followup, &item};
    }
    return last;
  }

  bool is_about(const Followup& followup, const FollowupItem& item, const Meeting& meeting,
                const Resolution& resolution) const {
    const auto meant = book_.resolution(*item.resolution, followup.meeting.value_or(""));
    return meant.meeting == &meeting && meant.part == &resolution;
  }

  const Book& book_;
  const Authorship& known_;
  FindingSink& out_;
  std::unordered_map<std::string, std::string_view> units_;
};

void check(const ValidateCase& c, FindingSink& out) {
  if (c.authorship) Check(c, out).run();
}

}  // namespace

}  // namespace lianxi::report_by_other_rule

namespace lianxi::rules {
extern constinit const ValidateRule report_by_other{
    {"report-by-other",
     Severity::info,
     {"Somebody else committed a unit's report to git, or one author both a report and the closure "
      "that verifies it. Only with `validate --authors`.",
      "单位的落实报告由他人提交到 git，或报告与核定它的销号由同一人提交。仅在 validate --authors "
      "时核对。"},
     {"A report counts as the unit's own word, and a closure as another's. Who brought a record "
      "into "
      "the book first stands in git; for which unit an author reports, by the e-mail address, "
      "stands "
      "in the alliance's `authors`. What is not committed yet, or is older than what a shallow "
      "clone "
      "has, is not judged, nor are waivers of this rule where nobody asks for the authors.",
      "落实报告应出自本单位，销号应由他人核定。记录最初由谁提交，git "
      "中有据可查；提交人代表哪个单位，"
      "按邮箱登记在联盟的“填报人”中。尚未提交的，以及浅克隆缺少其最初提交的，不予核对；不加 "
      "--authors 时，也不核对本规则的豁免。"},
     {R"(alliance:
  name: South Station
  founded: 2013-05-20
  office: office
  authors: {li@example.org: office}
# committed by li@example.org
followups:
  - meeting: 2017-q3
    unit: north
    date: 2017-11-02
    items: [{resolution: r1, status: done}]
)",
      R"(联盟:
  名称: 站区党建联盟
  成立日期: 2013-05-20
  办公室: 综合办
  填报人: {li@example.org: 综合办}
# 由 li@example.org 提交
落实报告:
  - 会议: 2017-q3
    单位: 北广场
    日期: 2017-11-02
    事项: [{决议: r1, 状态: 已完成}]
)"},
     {R"(alliance:
  name: South Station
  founded: 2013-05-20
  office: office
  authors: {li@example.org: office, wu@example.org: north}
# committed by wu@example.org
followups:
  - meeting: 2017-q3
    unit: north
    date: 2017-11-02
    items: [{resolution: r1, status: done}]
)",
      R"(联盟:
  名称: 站区党建联盟
  成立日期: 2013-05-20
  办公室: 综合办
  填报人: {li@example.org: 综合办, wu@example.org: 北广场}
# 由 wu@example.org 提交
落实报告:
  - 会议: 2017-q3
    单位: 北广场
    日期: 2017-11-02
    事项: [{决议: r1, 状态: 已完成}]
)"}},
    report_by_other_rule::check};
}  // namespace lianxi::rules
