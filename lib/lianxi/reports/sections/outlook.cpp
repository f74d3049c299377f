#include <algorithm>
#include <fmt/format.h>

#include <lianxi/reports/sections/sections.hpp>

namespace lianxi {
namespace {

/// Something that falls due on a day.
struct Due {
  Date date;
  std::string kind, matter, who;
};

using Dues = std::vector<Due>;

void add_meetings(const ReportCase& c, const Period& next, Dues& dues) {
  for (const Meeting& meeting : c.book.meetings)
    if (counts(meeting) && next.contains(*meeting.date))
      dues.push_back({*meeting.date, c.wording.kind(meeting), c.wording.meeting(meeting),
                      c.wording.named(meeting.chair.value_or(""))});
}

void add_resolutions(const ReportCase& c, const Period& next, Dues& dues) {
  for (const ResolutionCompliance& r : c.ledger.resolutions) {
    const bool closed = r.status == ResolutionStatus::done || r.status == ResolutionStatus::dropped;
    if (closed || !r.due || !next.contains(*r.due)) continue;
    dues.push_back({*r.due, c.wording(Bilingual{"resolution", "决议"}),
                    fmt::format("{} {}", r.id(), r.resolution->text.value_or("")),
                    c.wording.named(r.lead)});
  }
}

void add_reports(const ReportCase& c, const Period& next, Dues& dues) {
  for (const MeetingCompliance& m : c.ledger.meetings) {
    const auto pending = std::ranges::count(m.reports, ReportStatus::pending, &UnitReport::status);
    if (pending == 0 || !next.contains(m.deadline)) continue;
    dues.push_back({m.deadline, c.wording(Bilingual{"reports", "落实报告"}),
                    c.wording.meeting(*m.meeting),
                    c.wording(say({"units: {}", "{}个单位"}, pending))});
  }
}

void add_tasks(const ReportCase& c, const Period& next, Dues& dues) {
  const auto by_now = [&](const Located<Date>& day) { return day && *day <= c.as_of; };
  for (const Plan& plan : c.book.plans)
    for (const Task& task : plan.tasks) {
      if (!task.due || !next.contains(*task.due) || by_now(task.done)) continue;
      if (task.dropped && by_now(task.dropped->date)) continue;
      dues.push_back({*task.due, c.wording(Bilingual{"plan task", "计划任务"}),
                      std::string(task.title.value_or(dash)),
                      c.wording.named(task.lead.value_or(""))});
    }
}

void add_requests(const ReportCase& c, const Period& next, Dues& dues) {
  for (const Request& request : c.book.requests) {
    const bool closed = request.closed && *request.closed <= c.as_of;
    const bool made = request.date && *request.date <= c.as_of;
    if (closed || !made || !request.due || !next.contains(*request.due)) continue;
    dues.push_back({*request.due, c.wording(Bilingual{"request", "协作请求"}),
                    std::string(request.text.value_or(dash)), c.wording.all_named(request.to)});
  }
}

Dues dues_of(const ReportCase& c, const Period& next) {
  Dues dues;
  add_meetings(c, next, dues);
  add_reports(c, next, dues);
  add_resolutions(c, next, dues);
  add_tasks(c, next, dues);
  add_requests(c, next, dues);
  std::ranges::stable_sort(dues, {}, &Due::date);
  return dues;
}

doc::Table table_of(const Wording& wording, const Dues& dues) {
  doc::Table table{{{wording(Bilingual{"Date", "日期"})},
                    {wording(Bilingual{"Kind", "类别"})},
                    {wording(Bilingual{"Matter", "事项"})},
                    {wording(Bilingual{"Who", "责任单位"})}},
                   {}};
  for (const Due& due : dues)
    table.rows.push_back({wording.date(due.date), due.kind, due.matter, due.who});
  return table;
}

}  // namespace

std::optional<doc::Section> sections::outlook(const ReportCase& c) {
  const auto next = c.following();
  if (!next) return std::nullopt;
  doc::Section section{c.wording(say({"Due {}", "{}到期事项"}, c.next_period()))};
  const Dues dues = dues_of(c, *next);
  if (dues.empty())
    section.blocks.push_back(doc::Paragraph{
        c.wording(say({"Nothing falls due {}.", "{}没有到期事项。"}, c.next_period()))});
  else
    section.blocks.push_back(table_of(c.wording, dues));
  return section;
}

}  // namespace lianxi
