#include <algorithm>
#include <fmt/format.h>

#include <lianxi/reports/sections/sections.hpp>

namespace lianxi {
namespace {

bool is_closed(const ResolutionCompliance& r) {
  return r.status == ResolutionStatus::done || r.status == ResolutionStatus::dropped;
}

/// The day on which it was dropped or done, as far as known.
std::optional<Date> closed_on(const ResolutionCompliance& r) {
  if (r.done_on) return r.done_on;
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
      ResolutionStatus::blocked, ResolutionStatus::overdue,     ResolutionStatus::dropped};
  doc::Table table{{{c.wording(Bilingual{"Status", "状态"})},
                    figures_column(c.wording(Bilingual{"Resolutions", "决议（项）"}))},
                   {}};
  for (const ResolutionStatus status : order)
    table.rows.push_back(
        {c.wording(status),
         number(std::ranges::count(c.ledger.resolutions, status, &ResolutionCompliance::status))});
  table.rows.push_back(
      {doc::Prose::strong(c.wording(Bilingual{"Total", "合计"})),
       doc::Prose::strong(with_thousands(std::int64_t(c.ledger.resolutions.size())))});
  const doc::Paragraph rates{c.wording(
      say({"Completed: {} of all that were not dropped. Reports of units on time: {}.",
           "决议办结率{}（不含已终止事项），各单位落实报告按时率{}。"},
          c.wording.rate(c.ledger.completion_rate), c.wording.rate(c.ledger.on_time_rate)))};
  return {c.wording(Bilingual{"By status", "总体情况"}), {std::move(table), rates}};
}

/// What its lead reported last.
std::string progress(const Wording& wording, const ResolutionCompliance& r) {
  if (r.items.empty()) return wording(Bilingual{"no report", "尚无报告"});
  const FollowupItem& last = *r.items.back().item;
  std::string text(last.result.value_or(""));
  if (last.problem) {
    if (!text.empty()) text += "\n";
    text += wording(say({"problem: {}", "存在问题：{}"}, *last.problem));
  }
  return text.empty() ? std::string(dash) : text;
}

std::string status_text(const Wording& wording, const ResolutionCompliance& r) {
  const std::string status = wording(r.status);
  if (!r.done_on) return status;
  return wording(say({"{} on {}", "{}（{}）"}, status, wording.date(*r.done_on)));
}

std::string due_text(const Wording& wording, const ResolutionCompliance& r) {
  if (!r.due && r.resolution->ongoing.value_or(false)) return wording(Bilingual{"ongoing", "长期"});
  return wording.date(r.due);
}

doc::Section each(const ReportCase& c) {
  const Wording& wording = c.wording;
  doc::Table table{{{wording(Bilingual{"No.", "编号"})},
                    {wording(Bilingual{"Matter", "事项"})},
                    {wording(Bilingual{"Lead", "牵头单位"})},
                    {wording(Bilingual{"Due", "完成时限"})},
                    {wording(Bilingual{"Status", "状态"})},
                    {wording(Bilingual{"Progress", "进展"})}},
                   {}};
  for (const ResolutionCompliance& r : c.ledger.resolutions)
    if (is_listed(c, r))
      table.rows.push_back({r.id(), r.resolution->text.value_or(dash), wording.named(r.lead),
                            due_text(wording, r), status_text(wording, r), progress(wording, r)});
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

std::string report_text(const Wording& wording, const MeetingCompliance& m, const Unit& unit) {
  const auto report = std::ranges::find(m.reports, &unit, &UnitReport::unit);
  return report == m.reports.end() ? std::string(dash) : wording(report->status);
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
  for (const Unit* unit : c.book.units_in_order()) {
    std::vector<doc::Prose> cells{wording.unit(*unit)};
    for (const auto* m : meetings) cells.push_back(report_text(wording, *m, *unit));
    const auto says = [](const doc::Prose& cell) { return cell.plain() != dash; };
    if (std::any_of(cells.begin() + 1, cells.end(), says)) table.rows.push_back(std::move(cells));
  }
  section.blocks.push_back(std::move(table));
  return section;
}

doc::Section overdue(const ReportCase& c) {
  const Wording& wording = c.wording;
  doc::Table table{{{wording(Bilingual{"No.", "编号"})},
                    {wording(Bilingual{"Matter", "事项"})},
                    {wording(Bilingual{"Lead", "牵头单位"})},
                    {wording(Bilingual{"Due", "完成时限"})},
                    figures_column(wording(Bilingual{"Days overdue", "逾期天数"}))},
                   {}};
  for (const ResolutionCompliance& r : c.ledger.resolutions)
    if (r.status == ResolutionStatus::overdue && r.due)
      table.rows.push_back({r.id(), r.resolution->text.value_or(dash), wording.named(r.lead),
                            wording.date(*r.due), number(c.as_of - *r.due)});
  doc::Section section{wording(Bilingual{"Overdue", "逾期事项"})};
  if (table.rows.empty())
    section.blocks.push_back(doc::Paragraph{wording(
        say({"Nothing is overdue as of {}.", "截至{}没有逾期事项。"}, wording.date(c.as_of)))});
  else
    section.blocks.push_back(std::move(table));
  return section;
}

}  // namespace

doc::Section sections::followup_of_resolutions(const ReportCase& c) {
  doc::Section section{c.wording(Bilingual{"Follow-up of resolutions", "决议落实"})};
  if (c.ledger.resolutions.empty())
    section.blocks.push_back(
        doc::Paragraph{c.wording(Bilingual{"No resolution has been made yet.", "尚未形成决议。"})});
  else
    section.sections = {by_status(c), each(c), reports_matrix(c), overdue(c)};
  return section;
}

}  // namespace lianxi
