#include <algorithm>
#include <fmt/format.h>

#include <lianxi/records/followups.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/tables/resolution_rows.hpp>

namespace lianxi {
namespace {

/// The day on which it was dropped or done, as far as known.
std::optional<Date> closed_on(const ResolutionCompliance& r) {
  if (r.done_on) return r.done_on;
  if (r.status == ResolutionStatus::replaced) return r.course.replaced_on();
  if (!is_closed(r) || r.items.empty() || !r.items.back().report->date) return std::nullopt;
  return *r.items.back().report->date;
}

/// What was closed before the period is history: it is counted, not listed.
bool is_listed(const ReportCase& c, const ResolutionCompliance& r) {
  if (!is_closed(r) || is_within(r.meeting->date, c.scope)) return true;
  const auto day = closed_on(r);
  return day && (!c.scope.from || *c.scope.from <= *day);
}

doc::Section by_status(const ReportCase& c) {
  constexpr ResolutionStatus order[] = {
      ResolutionStatus::done,    ResolutionStatus::in_progress, ResolutionStatus::not_started,
      ResolutionStatus::blocked, ResolutionStatus::overdue,     ResolutionStatus::to_verify,
      ResolutionStatus::dropped, ResolutionStatus::replaced};
  doc::Table table{{{c.wording(Bilingual{"Status", "状态"})},
                    figures_column(c.wording(Bilingual{"Resolutions", "决议（项）"}))},
                   {}};
  doc::Bars bars{c.wording(Bilingual{"Resolutions by status", "决议完成情况"}), {}};
  for (const ResolutionStatus status : order) {
    const auto count =
        std::ranges::count(c.ledger.resolutions, status, &ResolutionCompliance::status);
    const bool is_rare =
        status == ResolutionStatus::to_verify || status == ResolutionStatus::replaced;
    if (is_rare && count == 0) continue;
    bars.bars.push_back({c.wording(status), count});
    table.rows.push_back({doc::Prose::state(c.wording(status), tone_of(status)), number(count)});
  }
  table.chart = std::move(bars);
  table.rows.push_back(
      {doc::Prose::strong(c.wording(Bilingual{"Total", "合计"})),
       doc::Prose::strong(with_thousands(std::int64_t(c.ledger.resolutions.size())))});
  const doc::Paragraph rates{
      c.wording(say({"Completed: {} of all that were not {}. Reports of units on time: {}.",
                     "决议办结率{}（不含{}事项），各单位落实报告按时率{}。"},
                    c.wording.rate(c.ledger.completion_rate), given_up_in(c.ledger),
                    c.wording.rate(c.ledger.on_time_rate)))};
  return {c.wording(Bilingual{"By status", "总体情况"}), {std::move(table), rates}};
}

doc::Section each_matter(const ReportCase& c) {
  const Wording& wording = c.wording;
  using namespace resolution_columns;
  const ResolutionColumn columns[] = {meeting, matter, lead, due, status, latest};
  doc::Table table = table_of(
      c, columns, resolutions_of(c.ledger, [&](const auto& r) { return is_listed(c, r); }));
  doc::Section section{wording(Bilingual{"Each matter", "逐项情况"})};
  section.blocks.push_back(doc::Paragraph{
      wording(say({"All matters still open, and those resolved or closed since {} began, as of {}.",
                   "列出截至{1}尚未办结的全部事项，以及{0}以来新形成和办结的事项。"},
                  c.this_period(), wording.date(c.as_of)))});
  if (!table.rows.empty()) section.blocks.push_back(std::move(table));
  return section;
}

// ---- reports ------------------------------------------------------------------------

/// Those where anybody owes a report and the time for it, from the meeting to the
/// deadline, touches the period.
std::vector<const MeetingCompliance*> reported_meetings(const ReportCase& c) {
  std::vector<const MeetingCompliance*> meetings;
  for (const MeetingCompliance& m : c.ledger.meetings)
    if (!m.reports.empty() && (!c.period.from || *c.period.from <= m.deadline))
      meetings.push_back(&m);
  return meetings;
}

doc::Column column_of(const Wording& wording, const MeetingCompliance& m) {
  const Message deadline =
      m.provisional ? say({"due {} (provisional)", "截止{}（暂定）"}, wording.date(m.deadline))
                    : say({"due {}", "截止{}"}, wording.date(m.deadline));
  return {wording(say({"{} of {}\n{}", "{}{}\n{}"},
                      Message{wording.kind(*m.meeting), wording.date(m.date)},
                      Message{wording.date(m.date), wording.kind(*m.meeting)}, deadline)),
          doc::Align::center};
}

/// Cells of the matrix from unit to unit: the reports of a meeting are in the order of the
/// units, so that each is looked at once.
class ReportCells {
 public:
  explicit ReportCells(const MeetingCompliance& meeting)
      : next_(meeting.reports.begin()), end_(meeting.reports.end()) {}

  /// What the unit owed, or null; to be asked in the order of the units.
  const UnitReport* of(const Unit& unit) {
    return next_ != end_ && next_->unit == &unit ? &*next_++ : nullptr;
  }

 private:
  std::vector<UnitReport>::const_iterator next_, end_;
};

/// A row for each unit that owed any report.
void add_rows(const ReportCase& c, const std::vector<const MeetingCompliance*>& meetings,
              doc::Table& table) {
  std::vector<ReportCells> columns;
  columns.reserve(meetings.size());
  for (const auto* m : meetings) columns.emplace_back(*m);
  for (const Unit* unit : c.book.units_in_order()) {
    std::vector<doc::Prose> cells{c.wording.unit(*unit)};
    bool owed_any = false;
    for (ReportCells& column : columns) {
      const UnitReport* report = column.of(*unit);
      owed_any = owed_any || report;
      cells.push_back(report ? doc::Prose::state(c.wording(report->status), tone_of(report->status))
                             : doc::Prose(dash));
    }
    if (owed_any) table.rows.push_back(std::move(cells));
  }
}

doc::Section reports_matrix(const ReportCase& c) {
  const Wording& wording = c.wording;
  doc::Section section{wording(Bilingual{"Reports of the units", "各单位落实报告"})};
  const auto meetings = reported_meetings(c);
  if (meetings.empty()) {
    section.blocks.push_back(doc::Paragraph{
        wording(say({"No reports were due {}.", "{}没有应报的落实报告。"}, c.this_period()))});
    return section;
  }
  doc::Table table{{{wording(Bilingual{"Unit", "单位"})}}, {}};
  for (const auto* m : meetings) table.columns.push_back(column_of(wording, *m));
  add_rows(c, meetings, table);
  section.blocks.push_back(std::move(table));
  return section;
}

}  // namespace

std::optional<doc::Section> sections::reports_of_units(const ReportCase& c) {
  if (c.is_for_the_public()) return std::nullopt;
  return reports_matrix(c);
}

doc::Section sections::overdue(const ReportCase& c, const Compliance& compliance) {
  using namespace resolution_columns;
  const ResolutionColumn columns[] = {meeting, matter, lead, due, days_overdue};
  doc::Table table = table_of(c, columns, resolutions_of(compliance, [](const auto& r) {
                                return r.status == ResolutionStatus::overdue;
                              }));
  doc::Section section{c.wording(Bilingual{"Overdue", "逾期事项"})};
  if (table.rows.empty())
    section.blocks.push_back(doc::Paragraph{c.wording(
        say({"Nothing is overdue as of {}.", "截至{}没有逾期事项。"}, c.wording.date(c.as_of)))});
  else
    section.blocks.push_back(std::move(table));
  return section;
}

doc::Section sections::followup_of_resolutions(const ReportCase& c) {
  doc::Section section{c.wording(Bilingual{"Follow-up of resolutions", "决议落实"})};
  if (c.ledger.resolutions.empty())
    section.blocks.push_back(
        doc::Paragraph{c.wording(Bilingual{"No resolution has been made yet.", "尚未形成决议。"})});
  else
    section.sections =
        present({by_status(c), each_matter(c), reports_of_units(c), overdue(c, c.ledger)});
  return section;
}

}  // namespace lianxi
