#include <algorithm>
#include <fmt/format.h>

#include <lianxi/records/meetings.hpp>
#include <lianxi/records/plans.hpp>
#include <lianxi/records/projects.hpp>
#include <lianxi/records/requests.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/tables/project_rows.hpp>
#include <lianxi/reports/tables/task_rows.hpp>

namespace lianxi {
namespace {

/// Something to be done, and by when where that is known.
struct Matter {
  std::optional<Date> due;
  std::string kind, matter, who, state;
};

using Matters = std::vector<Matter>;

/// What a list of matters takes in.
struct Wanted {
  /// Those that fall due then; all that are open where it is not given.
  std::optional<Period> due;
  Date known_by;  ///< Records of later days are left out.

  bool takes(const std::optional<Date>& day) const { return !due || (day && due->contains(*day)); }
};

std::optional<Date> day_of(const Located<Date>& day) {
  return day ? std::optional(*day) : std::nullopt;
}

/// The meetings that lie in the period asked for, else those to come until the end of the
/// period that follows.
void add_meetings(const ReportCase& c, const Wanted& wanted, Matters& matters) {
  const auto next = c.following();
  const Period ahead{c.as_of + 1, next ? next->to : std::nullopt};
  for (const Meeting& meeting : c.book.meetings) {
    if (!is_known(meeting, c.as_of) || !wanted.due.value_or(ahead).contains(*meeting.date))
      continue;
    matters.push_back({*meeting.date, c.wording.kind(meeting), c.wording.meeting(meeting),
                       c.wording.named(meeting.chair.value_or("")),
                       c.wording(Bilingual{"to be held", "待召开"})});
  }
}

void add_reports(const ReportCase& c, const Wanted& wanted, Matters& matters) {
  for (const MeetingCompliance& m : c.ledger.meetings) {
    const auto pending = std::ranges::count(m.reports, ReportStatus::pending, &UnitReport::status);
    if (pending == 0 || !wanted.takes(m.deadline)) continue;
    matters.push_back(
        {m.deadline, c.wording(Bilingual{"reports", "落实报告"}), c.wording.meeting(*m.meeting),
         c.wording(say({"units: {}", "{}个单位"}, pending)), c.wording(ReportStatus::pending)});
  }
}

void add_resolutions(const ReportCase& c, const Wanted& wanted, Matters& matters) {
  for (const ResolutionCompliance& r : c.ledger.resolutions) {
    // What is to be verified is open, but nothing falls due.
    const bool closed = wanted.due ? is_finished(r.status)
                                   : r.status == ResolutionStatus::done || is_given_up(r.status);
    if (closed || !wanted.takes(r.due)) continue;
    matters.push_back({r.due, c.wording(Bilingual{"resolution", "决议"}),
                       std::string(r.resolution->text.value_or(dash)), c.wording.named(r.lead),
                       c.wording(r.status)});
  }
}

void add_tasks(const ReportCase& c, const Wanted& wanted, Matters& matters) {
  for (const Plan* plan : plans_by_year(c)) {
    if (!wanted.due && *plan->year > wanted.known_by.year()) continue;
    for (const Task& task : plan->tasks) {
      const PlannedTask planned{plan, &task, state_of(*plan, task, c.as_of), std::nullopt};
      const auto due = due_of(*plan, task);
      if (!planned.is_open() || !wanted.takes(due)) continue;
      matters.push_back({due, c.wording(Bilingual{"plan task", "计划任务"}),
                         std::string(task.title.value_or(dash)),
                         c.wording.named(task.lead.value_or("")), state_text(c, planned)});
    }
  }
}

void add_requests(const ReportCase& c, const Wanted& wanted, Matters& matters) {
  for (const Request& request : c.book.requests) {
    const bool closed = request.closed && *request.closed <= c.as_of;
    const bool made = request.date && *request.date <= wanted.known_by;
    if (closed || !made || !wanted.takes(day_of(request.due))) continue;
    matters.push_back({day_of(request.due), c.wording(Bilingual{"request", "协作请求"}),
                       std::string(request.text.value_or(dash)), c.wording.all_named(request.to),
                       c.wording(Bilingual{"open", "未办结"})});
  }
}

/// Projects have no due date: they only stand where all that is open does.
void add_projects(const ReportCase& c, const Wanted& wanted, Matters& matters) {
  if (wanted.due) return;
  for (const Project& project : c.book.projects) {
    const bool begun = is_reached(project.applied, wanted.known_by) ||
                       is_reached(project.approved, wanted.known_by);
    if (!begun || is_reached(project.reimbursed, c.as_of)) continue;
    matters.push_back({std::nullopt, c.wording(Bilingual{"project", "党建项目"}),
                       std::string(project.title.value_or(dash)),
                       c.wording.named(project.applicant.value_or("")), stage_text(c, project)});
  }
}

/// By due date; those without one last.
Matters matters_of(const ReportCase& c, const Wanted& wanted) {
  Matters matters;
  add_meetings(c, wanted, matters);
  add_reports(c, wanted, matters);
  add_resolutions(c, wanted, matters);
  add_tasks(c, wanted, matters);
  add_requests(c, wanted, matters);
  add_projects(c, wanted, matters);
  std::ranges::stable_sort(matters, {},
                           [](const Matter& m) { return std::pair(!m.due.has_value(), m.due); });
  return matters;
}

namespace matter_columns {
using Case = const ReportCase&;
using Row = const Matter&;
constexpr ColumnOf<Matter> date{{"Date", "日期"},
                                [](Case c, Row r) -> doc::Prose { return c.wording.date(r.due); }};
constexpr ColumnOf<Matter> due{{"Due", "时限"}, date.cell};
constexpr ColumnOf<Matter> kind{{"Kind", "类别"}, [](Case, Row r) -> doc::Prose { return r.kind; }};
constexpr ColumnOf<Matter> matter{{"Matter", "事项"},
                                  [](Case, Row r) -> doc::Prose { return r.matter; }};
constexpr ColumnOf<Matter> who{{"Who", "责任单位"},
                               [](Case, Row r) -> doc::Prose { return r.who; }};
constexpr ColumnOf<Matter> state{{"Status", "状态"},
                                 [](Case, Row r) -> doc::Prose { return r.state; }};
}  // namespace matter_columns

}  // namespace

std::optional<doc::Section> sections::outlook(const ReportCase& c) {
  const auto next = c.following();
  if (!next) return std::nullopt;
  doc::Section section{c.wording(say({"Due {}", "{}到期事项"}, c.next_period()))};
  using namespace matter_columns;
  const ColumnOf<Matter> columns[] = {date, kind, matter, who};
  const Matters matters = matters_of(c, {next, c.as_of});
  if (matters.empty())
    section.blocks.push_back(doc::Paragraph{
        c.wording(say({"Nothing falls due {}.", "{}没有到期事项。"}, c.next_period()))});
  else
    section.blocks.push_back(table_of(c, columns, matters));
  return section;
}

doc::Section sections::open_matters(const ReportCase& c) {
  doc::Section section{
      c.wording(say({"Open matters for {}", "转入{}的未结事项"}, c.next_period()))};
  using namespace matter_columns;
  const ColumnOf<Matter> columns[] = {due, kind, matter, who, state};
  const Matters matters = matters_of(c, {std::nullopt, c.scope.to});
  const std::string day = c.wording.date(c.as_of);
  if (matters.empty()) {
    section.blocks.push_back(
        doc::Paragraph{c.wording(say({"Nothing is open as of {}.", "截至{}没有未结事项。"}, day))});
    return section;
  }
  section.blocks.push_back(doc::Paragraph{c.wording(
      say({"Everything that is open as of {}.", "截至{}尚未办结、需继续办理的事项。"}, day))});
  section.blocks.push_back(table_of(c, columns, matters));
  return section;
}

}  // namespace lianxi
