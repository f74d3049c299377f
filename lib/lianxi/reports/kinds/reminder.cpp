// What a unit owes the conference, for sending to it.
#include <fmt/format.h>

#include <lianxi/base/unreadable.hpp>
#include <lianxi/followup/answers.hpp>
#include <lianxi/followup/record_names.hpp>
#include <lianxi/records/committees.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/plans.hpp>
#include <lianxi/records/reminders.hpp>
#include <lianxi/records/units.hpp>
#include <lianxi/records/waivers.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/tables/resolution_rows.hpp>
#include <lianxi/reports/tables/task_rows.hpp>
#include <lianxi/reports/words/papers.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::reminder_report {
namespace {

/// Matters of one sort that are open, with how much time each has left. What the
/// conference waived is listed and marked, but not counted.
struct Owed {
  doc::Table table;
  int open = 0, overdue = 0;

  /// Ends the last row with the time that is left.
  void add_left(const ReportCase& c, std::optional<Date> due, bool is_waived) {
    const std::string left = papers::days_left(c, due);
    table.rows.back().push_back(is_waived ? marked_as_waived(c.wording, left) : left);
    open += !is_waived;
    overdue += !is_waived && due && *due < c.as_of;
  }
};

doc::Column left_column(const Wording& wording) {
  return {wording(Bilingual{"Time left", "时限情况"})};
}

// ---- reports --------------------------------------------------------------------------

Owed reports(const ReportCase& c, const Unit& unit, const Waived& waived) {
  const Wording& wording = c.wording;
  Owed owed{{{titled(wording, {"Report on the minutes of", "应报落实报告（会议纪要）"}),
              titled(wording, {"Due", "报送时限"}), titled(wording, {"Status", "状态"}),
              left_column(wording)},
             {}}};
  for (const MeetingCompliance& m : c.ledger.meetings)
    for (const UnitReport& report : m.reports) {
      if (report.unit != &unit || !papers::is_owed(report.status)) continue;
      owed.table.rows.push_back(
          {wording.meeting(*m.meeting), papers::deadline_text(c, m), wording(report.status)});
      owed.add_left(c, m.deadline, papers::is_waived(waived, m, report));
    }
  return owed;
}

// ---- resolutions ------------------------------------------------------------------------

Owed resolutions(const ReportCase& c, const Unit& unit, const Waived& waived) {
  using namespace resolution_columns;
  const ResolutionColumn columns[] = {meeting, matter, support, due, status};
  const auto rows = resolutions_of(c.ledger, [&](const ResolutionCompliance& r) {
    return r.lead == *unit.id && !is_finished(r.status);
  });
  Owed owed{table_of(c, columns, ResolutionRows{})};
  owed.table.columns.push_back(left_column(c.wording));
  for (const ResolutionRow r : rows) {
    owed.table.rows.push_back(table_of(c, columns, ResolutionRows{r}).rows.front());
    owed.add_left(c, r->due,
                  waived.contains(rule_names::resolution_overdue,
                                  smallest_name(*r->meeting, *r->resolution)));
  }
  return owed;
}

// ---- requests -----------------------------------------------------------------------------

/// Whether the unit was asked by the as-of day and has not answered.
bool awaits_answer(const ReportCase& c, const Request& request, const Unit& unit) {
  const auto names_unit = [&](const auto& to) { return *to == *unit.id; };
  return request.date && *request.date <= c.as_of && std::ranges::any_of(request.to, names_unit) &&
         !is_unreadable(request.answers) && !answered_by(request, c.as_of).contains(*unit.id);
}

Owed requests(const ReportCase& c, const Unit& unit, const Waived& waived) {
  const Wording& wording = c.wording;
  Owed owed{{{titled(wording, {"Date", "日期"}), titled(wording, {"From", "提出单位"}),
              titled(wording, {"Matter", "事项"}), titled(wording, {"Wanted by", "期望时限"}),
              left_column(wording)},
             {}}};
  for (const Request* request : dated_within(c.book.requests, c.scope)) {
    if (!awaits_answer(c, *request, unit)) continue;
    owed.table.rows.push_back({wording.date(request->date), wording.named(request->by.value_or("")),
                               request->text.value_or(dash), wording.date(request->due)});
    owed.add_left(c, request->due ? std::optional(*request->due) : std::nullopt,
                  request->id && waived.contains(rule_names::request_unanswered,
                                                 name_of_unit_in(*request, *unit.id)));
  }
  return owed;
}

// ---- plan tasks ------------------------------------------------------------------------------

/// Whether the unit answers for the task: itself, or with a committee that it leads.
bool answers_for(const ReportCase& c, const Unit& unit, const Task& task) {
  const std::string_view lead = task.lead.value_or("");
  if (lead == *unit.id) return true;
  const Committee* committee = c.book.unit(lead) ? nullptr : c.book.committee(lead);
  return committee && committee->lead.value_or("") == *unit.id;
}

Owed tasks(const ReportCase& c, const Unit& unit, const Waived& waived) {
  using namespace task_columns;
  const TaskColumn columns[] = {year, title, lead, due, target, achieved};
  const AchievedByTasks sums(c.book, c.as_of);
  Owed owed{table_of(c, columns, PlannedTasks{})};
  owed.table.columns.push_back(left_column(c.wording));
  for (const Plan* plan : plans_by_year(c))
    for (const PlannedTask& planned : tasks_of(c, *plan, sums)) {
      const Task& task = *planned.task;
      if (!answers_for(c, unit, task) || was_done(task, c.as_of) || was_dropped(task, c.as_of))
        continue;
      owed.table.rows.push_back(table_of(c, columns, PlannedTasks{planned}).rows.front());
      owed.add_left(c, due_of(*plan, task),
                    waived.contains(rule_names::plan_task_overdue, smallest_name(*plan, task)));
    }
  return owed;
}

// ---- the paper ---------------------------------------------------------------------------------

/// All that is owed, sort by sort.
struct AllOwed {
  Owed reports, resolutions, requests, tasks;

  int open() const { return reports.open + resolutions.open + requests.open + tasks.open; }
  int overdue() const {
    return reports.overdue + resolutions.overdue + requests.overdue + tasks.overdue;
  }
};

doc::Section section(const ReportCase& c, Bilingual title, Owed owed, Bilingual none) {
  if (owed.table.rows.empty()) return {c.wording(title), {doc::Paragraph{c.wording(none)}}};
  return {c.wording(title), {std::move(owed.table)}};
}

std::vector<doc::Section> sections_of(const ReportCase& c, AllOwed all) {
  return {section(c, {"Reports", "落实报告"}, std::move(all.reports),
                  {"No report is outstanding.", "没有应报未报的落实报告。"}),
          section(c, {"Resolutions to lead", "牵头决议"}, std::move(all.resolutions),
                  {"No resolution is open.", "没有未办结的牵头决议。"}),
          section(c, {"Requests to answer", "待答复的协作请求"}, std::move(all.requests),
                  {"No request awaits an answer.", "没有待答复的协作请求。"}),
          section(c, {"Tasks of the plan", "年度计划任务"}, std::move(all.tasks),
                  {"No task of a plan is open.", "没有未完成的计划任务。"})};
}

/// How much there is of each sort, where there is any.
std::string sorts_text(const Wording& wording, const AllOwed& all) {
  std::vector<std::string> sorts;
  const auto add = [&](Phrase<int> phrase, int open) {
    if (open > 0) sorts.push_back(wording(say(phrase, open)));
  };
  add({"reports: {}", "落实报告{}份"}, all.reports.open);
  add({"resolutions: {}", "牵头决议{}项"}, all.resolutions.open);
  add({"requests: {}", "协作请求{}件"}, all.requests.open);
  add({"tasks of plans: {}", "年度计划任务{}项"}, all.tasks.open);
  return papers::listed(wording, sorts);
}

std::string opening(const ReportCase& c, const AllOwed& all) {
  const std::string day = c.wording.date(c.as_of);
  if (all.open() == 0)
    return c.wording(say({"As of {} nothing is owed.", "截至{}，你单位没有应办未办事项。"}, day));
  std::string text = c.wording(say({"As of {} still open: {}", "截至{}，你单位尚有{}未办结"}, day,
                                   sorts_text(c.wording, all)));
  if (all.overdue() > 0)
    text += c.wording(say({"; overdue of these: {}", "，其中逾期{}项"}, all.overdue()));
  return text + c.wording(say({". Please see to it and report to the office.",
                               "。请抓紧办理，并将办理情况报送{}。"},
                              papers::office_name(c)));
}

/// The reminders that went to the unit by the as-of day, the earliest first.
std::vector<const Reminder*> reminders_to(const ReportCase& c, const Unit& unit) {
  std::vector<const Reminder*> sent;
  for (const Reminder* reminder : dated_within(c.book.reminders, c.scope))
    if (reminder->unit.value_or("") == *unit.id) sent.push_back(reminder);
  return sent;
}

/// How often it was reminded before, and until when it was, or is, to answer.
std::optional<doc::Block> reminded_before(const ReportCase& c, const Unit& unit) {
  const auto sent = reminders_to(c, unit);
  if (sent.empty()) return std::nullopt;
  const Reminder& last = *sent.back();
  std::string text =
      c.wording(say({"Times reminded: {}; the last on {}", "已催办{}次，最近一次为{}"}, sent.size(),
                    c.wording.date(last.date)));
  if (last.number) text += c.wording(say({" ({})", "（{}）"}, *last.number));
  if (last.reply_by)
    text +=
        c.wording(say({", to be answered by {}", "，请于{}前答复"}, c.wording.date(last.reply_by)));
  return papers::labelled(c, {"Reminders", "催办情况"}, text + c.wording(Bilingual{".", "。"}));
}

std::vector<doc::Block> preface(const ReportCase& c, const Unit& unit, const AllOwed& all) {
  const std::string name = c.wording.full_name(unit);
  std::vector<doc::Block> blocks{papers::addressee(c, name), doc::Paragraph{opening(c, all)}};
  if (auto before = reminded_before(c, unit); before && all.open() > 0)
    blocks.push_back(std::move(*before));
  const std::string_view head = c.book.head_on(unit, c.scope.to);
  if (all.open() > 0 && !head.empty() && !c.is_for_the_public())
    blocks.push_back(papers::labelled(c, {"Answers for it", "责任人"}, head));
  return blocks;
}

AllOwed owed_by(const ReportCase& c, const Unit& unit) {
  const Waived waived(c.book, c.as_of);
  return {reports(c, unit, waived), resolutions(c, unit, waived), requests(c, unit, waived),
          tasks(c, unit, waived)};
}

bool is_wanted(const ReportRequest& request) {
  const ReportCase c(request);
  const Unit* unit = papers::unit_of(c);
  return unit && owed_by(c, *unit).open() > 0;
}

Document build(const ReportCase& c) {
  const Unit* unit = papers::unit_of(c);
  if (!unit) return {.language = c.wording.language(), .title = papers::unknown_subject(c)};
  AllOwed all = owed_by(c, *unit);
  auto first = preface(c, *unit, all);
  return {.language = c.wording.language(),
          .title = c.wording(say({"{}: reminder", "{}催办单"}, c.wording.alliance())),
          .preface = std::move(first),
          .sections = sections_of(c, std::move(all)),
          .closing = {papers::signature(c, c.as_of)}};
}

}  // namespace

}  // namespace lianxi::reminder_report

namespace lianxi::reports {
extern constinit const ReportKind reminder{
    .name = "reminder",
    .title = {"reminder to a unit", "催办单"},
    .doc = {"What a unit owes: reports, resolutions it leads, requests to answer, plan tasks.",
            "一个单位的应办未办事项：落实报告、牵头决议、协作请求和计划任务。"},
    .subject = Subject::unit,
    .covers = Covers::nothing,
    .build = reminder_report::build,
    .day = papers::day_it_is_made,
    .is_wanted = reminder_report::is_wanted};
}  // namespace lianxi::reports
