// The sections that reports are made of. Each is a function from a case to a section;
// those that may have nothing to say return nothing then.
//
// What happened is told of the period; how things stand (resolutions, plan tasks,
// projects, answers) is told as of the as-of day, which may lie after the period.
#pragma once
#include <optional>
#include <vector>

#include <lianxi/documents/document.hpp>
#include <lianxi/figures/figures.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/reports/report.hpp>
#include <lianxi/reports/sections/wording.hpp>

namespace lianxi {

/// A request with everything that several sections need, worked out once.
struct ReportCase {
  explicit ReportCase(const ReportRequest&);

  const Book& book;
  Date as_of;
  Period period;
  Scope scope;  ///< The period up to the as-of day.
  std::string_view subject;
  Audience audience;
  Wording wording;
  Compliance current;  ///< Of the period's meetings.
  /// Of all meetings held by the period's end: what is still open matters, whenever it
  /// was resolved.
  Compliance ledger;
  Figures figures;

  /// Whether reasons for leave, contacts, heads and purposes of single grants are left out.
  bool is_for_the_public() const { return audience == Audience::the_public; }
  /// This quarter, this year, or else this period.
  std::string this_period() const;
  std::string next_period() const;
  /// Whether the period ends after the as-of day.
  bool is_unfinished() const { return period.to && scope.to < *period.to; }
  /// Whether it begins after the as-of day.
  bool is_ahead() const { return scope.from && *scope.from > scope.to; }
  /// The days that the report is of; where they are all ahead, those of the period.
  std::string days() const;
  /// The alliance's name and the period's, the latter left out where the report is of all
  /// time: how a title begins in Chinese.
  std::string alliance_and_period() const;
  /// `, 2017-Q3`: how a title ends in English; "" where the report is of all time.
  std::string comma_and_period() const;
  /// The period of the same length after this one, where it is a whole span.
  std::optional<Period> following() const;
};

namespace sections {

/// A paragraph on what the period amounts to.
doc::Block summary(const ReportCase&);
/// The period, the one before, the change, the year so far.
doc::Section key_figures(const ReportCase&);
/// Of a year: each of its quarters, the year, the one before, the change.
doc::Section key_figures_by_quarter(const ReportCase&);
/// Each meeting: who came, what was resolved, when the minutes went out.
doc::Section meetings(const ReportCase&);
/// Resolutions by status; each that is open, or was made or closed in the period;
/// reports by unit and meeting, of meetings whose time for reports touches the period;
/// what is overdue.
doc::Section followup_of_resolutions(const ReportCase&);
/// What is overdue of the resolutions of a compliance.
doc::Section overdue(const ReportCase&, const Compliance&);
/// The supervision ledger of the period's resolutions: each with all that was reported on
/// it, the totals, what is overdue, subtotals by unit.
std::vector<doc::Section> supervision_ledger(const ReportCase&);
/// What each unit of the period did for the conference.
std::optional<doc::Section> scorecards(const ReportCase&);
/// What kind of unit the report is about, and what it did, matter by matter.
doc::Block facts_of_unit(const ReportCase&);
std::vector<doc::Section> record_of_unit(const ReportCase&);
/// What committee the report is about, and its tasks, projects and money.
doc::Block facts_of_committee(const ReportCase&);
std::vector<doc::Section> work_of_committee(const ReportCase&);
/// The year's projects, or all, through their stages; their money; the budgets.
std::vector<doc::Section> project_stages(const ReportCase&);
/// By kind, each event, materials.
doc::Section services(const ReportCase&);
/// Donations and the statement of the funds.
doc::Section money(const ReportCase&);
/// A look at a plan under way, or back on it with how many tasks have come how far.
enum class PlanView : std::uint8_t { tasks, review };
/// The year's plan, task by task.
doc::Section plan(const ReportCase&, PlanView = PlanView::tasks);
/// Each plan of the period, its tasks on a time line; nothing where there is none.
std::vector<doc::Section> roadmap(const ReportCase&);
/// Projects that were under way in the period.
std::optional<doc::Section> projects(const ReportCase&);
/// Requests, shared experience, honours.
std::optional<doc::Section> cooperation(const ReportCase&);
/// What `followup` finds in the period, by rule.
doc::Section findings(const ReportCase&);
/// What falls due in the period that follows, where the period is a whole span.
std::optional<doc::Section> outlook(const ReportCase&);
/// What was begun by the period's end and is still open.
doc::Section open_matters(const ReportCase&);

/// The day that the figures and states of a report are of.
doc::Paragraph as_of_line(const ReportCase&);
/// Book, period, as-of day: where a document came from.
std::vector<doc::Prose> provenance(const ReportCase&);
/// The same of a document that is no report.
std::vector<doc::Prose> provenance(const Wording&, std::string_view days, Date as_of);

}  // namespace sections

// ---- what sections share ----------------------------------------------------------

/// Whether the date is known and lies in the scope.
inline bool is_within(const Located<Date>& day, const Scope& scope) {
  return day && scope.contains(*day);
}
/// Those of the sections that have something to say.
std::vector<doc::Section> present(std::vector<std::optional<doc::Section>>);

/// A column of figures.
inline doc::Column figures_column(std::string_view title) { return {title, doc::Align::right}; }
inline doc::Prose number(std::int64_t value) { return with_thousands(value); }

}  // namespace lianxi
