#include <fmt/format.h>

#include <lianxi/followup/counted_event.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/units.hpp>
#include <lianxi/reports/sections/scores.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/tables/event_rows.hpp>
#include <lianxi/reports/tables/resolution_rows.hpp>

namespace lianxi {
namespace {

/// The unit with what it did, found once.
struct UnitCase {
  const ReportCase& c;
  const Unit& unit;
  Tally tally;  ///< Of the period; its resolutions too where it is no member.
  UnitScore score;
};

Tally tally_of(const ReportCase& c, const Unit& unit) {
  for (const UnitCompliance& u : c.current.units)
    if (u.unit == &unit) return u.tally;
  Tally tally;
  for (const ResolutionCompliance& r : c.current.resolutions) {
    if (c.book.unit(r.lead) != &unit) continue;
    ++tally.led;
    tally.done += r.status == ResolutionStatus::done;
    tally.dropped += is_given_up(r.status);
    tally.overdue += r.status == ResolutionStatus::overdue;
  }
  return tally;
}

doc::Section with_line(const ReportCase& c, Bilingual title, Phrase<std::string> line) {
  return {c.wording(title), {doc::Paragraph{c.wording(say(line, c.this_period()))}}};
}

/// How often it came of the meetings where anybody signed in.
std::string attendance_rate(const Wording& wording, const Tally& t) {
  const int recorded = t.present + t.leave + t.absent;
  return recorded == 0 ? std::string(dash) : wording.rate(rate(t.present, recorded));
}

// ---- scorecard --------------------------------------------------------------------

using Figure = std::pair<Bilingual, std::string>;

std::vector<Figure> figures_of(const UnitCase& u) {
  const Wording& wording = u.c.wording;
  const Tally& t = u.tally;
  const auto n = [](std::int64_t value) { return with_thousands(value); };
  return {{{"Meetings as a member", "应到会议（次）"}, n(t.meetings)},
          {{"Present", "出席（次）"}, n(t.present)},
          {{"On leave", "请假（次）"}, n(t.leave)},
          {{"Absent", "缺席（次）"}, n(t.absent)},
          {{"Attendance", "出席率"}, attendance_rate(wording, t)},
          {{"Reports owed", "应报落实报告（份）"}, n(t.owed())},
          {{"Reports on time", "按时（份）"}, n(t.on_time)},
          {{"Reports late", "迟报（份）"}, n(t.late)},
          {{"Reports missing", "未报（份）"}, n(t.missing)},
          {{"Reports not yet due", "待报（份）"}, n(t.pending)},
          {{"On-time rate", "按时率"}, wording.rate(t.on_time_rate())},
          {{"Resolutions led", "牵头决议（项）"}, n(t.led)},
          {{"Done", "已完成（项）"}, n(t.done)},
          {{"Overdue", "逾期（项）"}, n(t.overdue)},
          {{"Open", "在办（项）"}, n(t.open())},
          {{"Dropped", "已终止（项）"}, n(t.dropped)},
          {{"Completion rate", "办结率"}, wording.rate(t.completion_rate())},
          {{"Activities led", "牵头活动（项）"}, n(u.score.led)},
          {{"Activities joined", "参与活动（项）"}, n(u.score.joined)},
          {{"Donations", "捐赠（次）"}, n(u.score.donations)},
          {{"Experience and information shared", "经验信息（条）"}, n(u.score.shares)},
          {{"Honours", "荣誉（项）"}, n(u.score.honors)}};
}

doc::Section scorecard(const UnitCase& u) {
  const Wording& wording = u.c.wording;
  doc::Table table{
      {titled(wording, {"Figure", "指标"}), titled(wording, {"Value", "数值"}, Holds::figures)},
      {}};
  for (const auto& [label, value] : figures_of(u)) table.rows.push_back({wording(label), value});
  return {wording(Bilingual{"Scorecard", "履职概况"}), {std::move(table)}};
}

// ---- meetings and reports ---------------------------------------------------------

struct Attended {
  const MeetingCompliance* meeting;
  Presence presence;
};

std::vector<Attended> meetings_of(const UnitCase& u) {
  std::vector<Attended> rows;
  for (const MeetingCompliance& m : u.c.current.meetings)
    for (const Attending& member : m.members)
      if (member.unit == &u.unit) rows.push_back({&m, member.presence});
  return rows;
}

doc::Prose reason_for_leave(const ReportCase& c, const Attended& row) {
  const auto& attendance = row.meeting->meeting->attendance;
  if (row.presence != Presence::leave || !attendance) return dash;
  for (const Leave& leave : attendance->leave)
    if (leave.unit.value_or("") == c.subject) return leave.reason.value_or(dash);
  return dash;
}

doc::Section attendance(const UnitCase& u) {
  constexpr Bilingual title{"Attendance", "到会情况"};
  const auto rows = meetings_of(u);
  if (rows.empty())
    return with_line(u.c, title,
                     {"There was no meeting that it had to attend {}.", "{}没有应到的会议。"});
  using Case = const ReportCase&;
  using Row = const Attended&;
  const ColumnOf<Attended> columns[] = {
      {{"Date", "日期"},
       [](Case c, Row r) -> doc::Prose { return c.wording.date(r.meeting->date); }},
      {{"Meeting", "会议"},
       [](Case c, Row r) -> doc::Prose { return c.wording.meeting(*r.meeting->meeting); }},
      {{"Kind", "类型"},
       [](Case c, Row r) -> doc::Prose { return c.wording.kind(*r.meeting->meeting); }},
      {{"Attendance", "到会"},
       [](Case c, Row r) { return doc::Prose::state(c.wording(r.presence), tone_of(r.presence)); }},
      {{"Reason for leave", "请假事由"}, reason_for_leave, Holds::text, false}};
  return {u.c.wording(title), {table_of(u.c, columns, rows)}};
}

struct Owed {
  const MeetingCompliance* meeting;
  const UnitReport* report;
};

std::vector<Owed> reports_of(const UnitCase& u) {
  std::vector<Owed> rows;
  for (const MeetingCompliance& m : u.c.current.meetings)
    for (const UnitReport& report : m.reports)
      if (report.unit == &u.unit) rows.push_back({&m, &report});
  return rows;
}

doc::Prose deadline_text(const ReportCase& c, const Owed& row) {
  const std::string day = c.wording.date(row.meeting->deadline);
  if (!row.meeting->provisional) return day;
  return c.wording(say({"{} (provisional)", "{}（暂定）"}, day));
}

doc::Section owed_reports(const UnitCase& u) {
  constexpr Bilingual title{"Reports", "落实报告"};
  const auto rows = reports_of(u);
  if (rows.empty())
    return with_line(u.c, title, {"It owed no report {}.", "{}没有应报的落实报告。"});
  using Case = const ReportCase&;
  using Row = const Owed&;
  const ColumnOf<Owed> columns[] = {
      {{"Meeting", "会议"},
       [](Case c, Row r) -> doc::Prose { return c.wording.meeting(*r.meeting->meeting); }},
      {{"Deadline", "截止日期"}, deadline_text},
      {{"First report", "首次报告"},
       [](Case c, Row r) -> doc::Prose { return c.wording.date(r.report->first); }},
      {{"Status", "状态"},
       [](Case c, Row r) -> doc::Prose { return c.wording(r.report->status); }}};
  return {u.c.wording(title), {table_of(u.c, columns, rows)}};
}

doc::Section resolutions(const UnitCase& u) {
  constexpr Bilingual title{"Resolutions led", "牵头决议"};
  const auto rows = resolutions_of(
      u.c.current, [&](const ResolutionCompliance& r) { return u.c.book.unit(r.lead) == &u.unit; });
  if (rows.empty())
    return with_line(u.c, title,
                     {"It leads no resolution made {}.", "{}形成的决议中没有牵头事项。"});
  using namespace resolution_columns;
  const ResolutionColumn columns[] = {id, matter, due, status, days_overdue, latest};
  return {u.c.wording(title), {table_of(u.c, columns, rows)}};
}

// ---- what it did ------------------------------------------------------------------

doc::Prose part_taken(const ReportCase& c, const EventRow& event) {
  const Unit* unit = c.book.unit(c.subject);
  const bool is_lead = unit && leads(c.book, *unit, *event);
  return c.wording(is_lead ? Bilingual{"leads", "牵头"} : Bilingual{"joins", "参与"});
}

doc::Section events(const UnitCase& u) {
  constexpr Bilingual title{"Activities", "活动情况"};
  const auto rows = events_within(u.c, [&](const Event& event) {
    return leads(u.c.book, u.unit, event) || joins(u.c.book, u.unit, event);
  });
  if (rows.empty())
    return with_line(u.c, title, {"It took part in no activity {}.", "{}没有参加活动的记录。"});
  using namespace event_columns;
  const EventColumn part{{"Part", "方式"}, part_taken};
  const EventColumn columns[] = {event_date, event_title, event_kind, part,
                                 sessions,   served,      volunteers, trained};
  return {u.c.wording(title), {table_of(u.c, columns, rows)}};
}

/// What a unit gave or got is left out where there is nothing to tell.
std::optional<doc::Section> with_rows(const UnitCase& u, Bilingual title, doc::Table table) {
  if (table.rows.empty()) return std::nullopt;
  return doc::Section{u.c.wording(title), {std::move(table)}};
}

}  // namespace

doc::Block sections::facts_of_unit(const ReportCase& c) {
  const Unit* unit = c.book.unit(c.subject);
  if (!unit) return as_of_line(c);
  const auto text = [&](const Text& value) { return doc::Prose(value.value_or("")); };
  const auto day = [&](const Located<Date>& date) {
    return date ? c.wording.date(*date) : std::string();
  };
  const bool is_open = !c.is_for_the_public();
  return facts(
      c.wording,
      {{{"Category", "类别"}, text(unit->category)},
       {{"Form", "组织形式"}, text(unit->form)},
       {{"Affiliation", "隶属"}, text(unit->affiliation)},
       {{"Head", "负责人"}, is_open ? doc::Prose(c.book.head_on(*unit, c.scope.to)) : doc::Prose()},
       {{"Contact", "联系方式"},
        is_open ? doc::Prose::contact(unit->contact.value_or("")) : doc::Prose()},
       {{"Joined", "加入日期"}, day(unit->joined)},
       {{"Left", "退出日期"}, day(unit->left)},
       {{"As of", "截至"}, c.wording.date(c.as_of)}});
}

std::vector<doc::Section> sections::record_of_unit(const ReportCase& c) {
  const Unit* unit = c.book.unit(c.subject);
  if (!unit) return {};
  const UnitCase u{c, *unit, tally_of(c, *unit), UnitScores(c).of(*unit)};
  return present({scorecard(u), attendance(u), owed_reports(u), resolutions(u), events(u),
                  with_rows(u, {"Donations", "捐赠"}, donations_table(c, unit)),
                  with_rows(u, {"Shared experience", "经验信息"}, shares_table(c, unit)),
                  with_rows(u, {"Honours", "荣誉"}, honors_table(c, unit))});
}

}  // namespace lianxi
