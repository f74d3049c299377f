// The sections that reports are made of. Each is a function from a case to a section;
// those that may have nothing to say return nothing then.
//
// What happened is told of the period; how things stand (resolutions, plan tasks,
// projects, answers) is told as of the as-of day, which may lie after the period.
#pragma once
#include <optional>
#include <set>
#include <vector>

#include <lianxi/reports/report_case.hpp>

namespace lianxi {

struct Verdict;

namespace sections {

/// What the office wrote of the period, where it did: first the overview, last what went well, what
/// does not and what comes next, and who signed it.
std::vector<doc::Block> overview(const ReportCase&);
std::vector<doc::Section> own_words(const ReportCase&);
std::optional<doc::Block> signed_by(const ReportCase&);

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
/// Of that the reports by unit and meeting; nothing for the public.
std::optional<doc::Section> reports_of_units(const ReportCase&);
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
/// What `followup` found in the period, and what is still open from before, in sentences by unit;
/// not for the public.
std::optional<doc::Section> findings(const ReportCase&);
/// The same of a verdict on `ledger`, for papers that ask more of it than this section.
std::optional<doc::Section> findings(const ReportCase&, const Verdict& of_ledger);
/// The units, by id, of which that section tells anything.
std::set<std::string, std::less<>> units_found_wanting(const ReportCase&, const Verdict& of_ledger);
/// What falls due in the period that follows, where the period is a whole span.
std::optional<doc::Section> outlook(const ReportCase&);
/// What was begun by the period's end and is still open.
doc::Section open_matters(const ReportCase&);

/// What is late, behind or coming, by colour; nothing where nothing is watched.
std::optional<doc::Section> watched(const ReportCase&);
/// What the alliance is: its names, its founding, its members.
doc::Block facts_of_alliance(const ReportCase&);
/// What it has said in public of the figures; nothing where it said none by the as-of day.
std::optional<doc::Section> published_figures(const ReportCase&);
/// For the office: what is noted beside the records.
std::optional<doc::Section> notes(const ReportCase&);

/// The day that the figures and states of a report are of.
doc::Paragraph as_of_line(const ReportCase&);
/// Book, period, as-of day: where a document came from.
std::vector<doc::Prose> provenance(const ReportCase&);
/// Of that only that records could not be read, where some could not: what a letter says.
std::vector<doc::Prose> what_is_missing(const ReportCase&);
/// The first of a document that is no report.
std::vector<doc::Prose> provenance(const Wording&, const Book&, std::string_view days, Date as_of);

}  // namespace sections

}  // namespace lianxi
