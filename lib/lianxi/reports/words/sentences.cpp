#include <algorithm>
#include <fmt/format.h>
#include <map>

#include <lianxi/book/unit_ids.hpp>
#include <lianxi/followup/meeting_papers.hpp>
#include <lianxi/followup/plan_tasks.hpp>
#include <lianxi/followup/series_schedule.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/followups.hpp>
#include <lianxi/records/funds.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/plans.hpp>
#include <lianxi/records/reminders.hpp>
#include <lianxi/records/requests.hpp>
#include <lianxi/records/series.hpp>
#include <lianxi/reports/words/papers.hpp>
#include <lianxi/reports/words/sentences.hpp>

namespace lianxi {
namespace {

/// A finding with the records that it is about, found once.
class Told {
 public:
  Told(const ReportCase& of, const Finding& found) : c(of), finding(found) {
    for (std::string_view rest = found.record; !rest.empty();) {
      const auto slash = std::min(rest.find('/'), rest.size());
      parts_.push_back(rest.substr(0, slash));
      rest.remove_prefix(std::min(slash + 1, rest.size()));
    }
  }

  const ReportCase& c;
  const Finding& finding;

  std::string_view part(std::size_t i) const {
    return i < parts_.size() ? parts_[i] : std::string_view();
  }
  const MeetingCompliance* meeting() const {
    for (const MeetingCompliance& m : c.ledger.meetings)
      if (*m.meeting->id == part(1)) return &m;
    return nullptr;
  }
  const ResolutionCompliance* resolution() const {
    for (const ResolutionCompliance& r : c.ledger.resolutions)
      if (*r.meeting->id == part(1) && r.resolution->id.value_or("") == part(3)) return &r;
    return nullptr;
  }
  const Plan* plan() const {
    for (const Plan& each : c.book.plans)
      if (each.year && std::to_string(*each.year) == part(1)) return &each;
    return nullptr;
  }
  const Task* task() const { return c.book.task(fmt::format("{}/{}", part(1), part(3))); }

  std::string unit() const { return c.wording.named(finding.arisen.unit); }
  std::string date(Date day) const { return c.wording.date(day); }
  std::string date(const std::optional<Date>& day) const { return c.wording.date(day); }
  /// How long ago a day is.
  std::string days_since(Date day) const { return days(c.as_of - day); }
  std::string days(int number) const {
    const std::string digits = with_thousands(number);
    return number == 1 ? c.wording(Bilingual{"1 day", "1天"})
                       : c.wording(say({"{} days", "{}天"}, digits));
  }
  /// A meeting with its day: 2017年9月20日第三季度联席会.
  std::string meeting_and_day(const MeetingCompliance& m) const {
    if (!m.meeting->title) return c.wording.meeting(*m.meeting);
    return c.wording(say({"{1} of {0}", "{0}{1}"}, date(m.date), c.wording.meeting(*m.meeting)));
  }
  std::string matter(const ResolutionCompliance& r) const {
    return c.wording.quoted(r.resolution->text.value_or(dash));
  }

 private:
  std::vector<std::string_view> parts_;
};

using Sentence = Message;

std::string listed(const Told& t, const papers::Units& units) { return papers::listed(t.c, units); }

// ---- meetings -----------------------------------------------------------------------------

Sentence meeting_missed(const Told& t) {
  const auto period = read_period(t.part(2), t.c.as_of);
  return say({"No regular meeting was held in {}.", "{}没有召开例会。"},
             t.c.wording.period(period.value_or(Period{})));
}

Sentence notice_missing(const Told& t, const MeetingCompliance& m) {
  return say({"No notice of {} is on record.", "{}没有会议通知记录。"}, t.meeting_and_day(m));
}

Sentence notice_late(const Told& t, const MeetingCompliance& m) {
  const Date given = *m.meeting->notice->date;
  const std::string asked = t.days(*t.c.book.policy_on(m.date).notice_days);
  return say({"The notice of {} went out on {}; it is asked for {} before the meeting.",
              "{}的通知于{}发出，未做到提前{}。"},
             t.meeting_and_day(m), t.date(given), asked);
}

Sentence notice_incomplete(const Told& t, const MeetingCompliance& m) {
  papers::Units left_out;
  for (const Attending& member : m.members)
    if (std::ranges::none_of(m.meeting->notice->to,
                             [&](const auto& to) { return *to == id_of(*member.unit); }))
      left_out.push_back(member.unit);
  return say({"The notice of {} did not go to {}.", "{}的通知没有发给{}。"}, t.meeting_and_day(m),
             listed(t, left_out));
}

Sentence topics_not_solicited(const Told& t, const MeetingCompliance& m) {
  return say({"No topics were asked for before {}.", "{}会前没有征集议题。"}, t.meeting_and_day(m));
}

Sentence sign_in_missing(const Told& t, const MeetingCompliance& m) {
  return say({"No sign-in of {} is on record.", "{}没有签到记录。"}, t.meeting_and_day(m));
}

Sentence unit_absent(const Told& t, const MeetingCompliance& m) {
  return say({"{} neither came to {} nor asked for leave.", "{}未出席{}，也未请假。"}, t.unit(),
             t.meeting_and_day(m));
}

Sentence quorum_not_met(const Told& t, const MeetingCompliance& m) {
  return say({"Of {1} members only {2} came to {0}: the quorum was not met.",
              "{}应到成员单位{}家，实到{}家，未达到法定人数。"},
             t.meeting_and_day(m), m.members.size(), m.present);
}

Sentence record_missing(const Told& t, const MeetingCompliance& m) {
  return say({"No record was kept of {}.", "{}没有会议记录。"}, t.meeting_and_day(m));
}

Sentence minutes_missing(const Told& t, const MeetingCompliance& m) {
  const Date last = last_day_for_minutes(t.c.ledger, m);
  return say({"The minutes of {} were to be issued by {} and have not been.",
              "{}的纪要应于{}前印发，尚未印发。"},
             t.meeting_and_day(m), t.date(last));
}

Sentence minutes_late(const Told& t, const MeetingCompliance& m) {
  const Date issued = *m.meeting->minutes->issued;
  return say({"The minutes of {} were issued on {}, {} late.", "{}的纪要于{}印发，迟{}。"},
             t.meeting_and_day(m), t.date(issued),
             t.days(issued - last_day_for_minutes(t.c.ledger, m)));
}

Sentence minutes_not_sent(const Told& t, const MeetingCompliance& m) {
  papers::Units left_out;
  for (const Attending& member : m.members)
    if (!minutes_sent_to(t.c.book, *m.meeting, *member.unit, t.c.as_of))
      left_out.push_back(member.unit);
  return say({"The minutes of {} were not sent to {}.", "{}的纪要没有发送{}。"},
             t.meeting_and_day(m), listed(t, left_out));
}

const Topic* topic_of(const Told& t, const MeetingCompliance& m) {
  for (const Topic& topic : m.meeting->topics)
    if (topic.outcome.at() == t.finding.at) return &topic;
  return nullptr;
}

/// What was put off, and what found no consensus, was to be taken up again.
Sentence deferred_topic_lost(const Told& t, const MeetingCompliance& m) {
  const Topic* topic = topic_of(t, m);
  const std::string title = t.c.wording.quoted(topic ? topic->title.value_or(dash) : dash);
  const bool put_off = topic && topic->outcome && *topic->outcome == Outcome::deferred;
  const Bilingual what =
      put_off ? Bilingual{"was put off", "暂缓"} : Bilingual{"found no consensus", "未达成共识"};
  return say({"The topic {} {} at {} and has not been taken up again.",
              "议题{0}在{2}上{1}，此后的会议没有再研究。"},
             title, what, t.meeting_and_day(m));
}

const Suggestion* suggestion_of(const Told& t, const MeetingCompliance& m) {
  for (const Suggestion& suggestion : m.meeting->suggestions)
    if (suggestion.at == t.finding.at) return &suggestion;
  return nullptr;
}

Sentence suggestion_unanswered(const Told& t, const MeetingCompliance& m) {
  const Suggestion* s = suggestion_of(t, m);
  const std::string text = t.c.wording.quoted(s ? s->text.value_or(dash) : dash);
  const Date made = s ? s->date.value_or(m.date) : m.date;
  const Date last = made + *t.c.book.policy_on(m.date).suggestion_days;
  if (t.finding.arisen.unit.empty())
    return say({"The suggestion {} of {} was to be dealt with by {}; nobody handles it.",
                "{1}提出的意见建议{0}应于{2}前办理，尚未明确承办单位。"},
               text, t.date(made), t.date(last));
  return say({"{} was to deal with the suggestion {} of {} by {}.",
              "{0}承办的意见建议{1}（{2}提出）应于{3}前办理，尚未办结。"},
             t.unit(), text, t.date(made), t.date(last));
}

// ---- reports ------------------------------------------------------------------------------

Sentence report_missing(const Told& t, const MeetingCompliance& m) {
  return say({"{} has not reported on the resolutions of {}; the report was due on {}.",
              "{}没有报送{}决议的落实情况，时限为{}。"},
             t.unit(), t.meeting_and_day(m), t.date(m.deadline));
}

const UnitReport* report_of(const Told& t, const MeetingCompliance& m) {
  for (const UnitReport& report : m.reports)
    if (id_of(*report.unit) == t.finding.arisen.unit) return &report;
  return nullptr;
}

Sentence report_late(const Told& t, const MeetingCompliance& m) {
  const UnitReport* report = report_of(t, m);
  const Date first = report ? report->first.value_or(m.deadline) : m.deadline;
  return say({"{} reported on the resolutions of {} on {}, {} late.",
              "{0}于{2}报送{1}决议的落实情况，迟{3}。"},
             t.unit(), t.meeting_and_day(m), t.date(first), t.days(first - m.deadline));
}

Sentence report_incomplete(const Told& t, const ResolutionCompliance& r) {
  return say(
      {"The reports of {} say nothing of {}, which it leads.", "{}的落实报告没有提到其牵头的{}。"},
      t.unit(), t.matter(r));
}

// ---- resolutions --------------------------------------------------------------------------

/// Who leads the matter, as the subject of a sentence; nobody is one, too.
std::string lead_of(const Told& t, const ResolutionCompliance& r) {
  if (r.lead.empty()) return t.c.wording(Bilingual{"Nobody leads", "无人牵头的"}) + t.matter(r);
  return t.c.wording(say({"{} leads {}", "{}牵头的{}"}, t.c.wording.named(r.lead), t.matter(r)));
}

Sentence resolution_overdue(const Told& t, const ResolutionCompliance& r) {
  const Date due = r.due.value_or(t.c.as_of);
  return say({"{}: due on {}, overdue for {}.", "{}应于{}完成，已逾期{}。"}, lead_of(t, r),
             t.date(due), t.days_since(due));
}

Sentence resolution_done_late(const Told& t, const ResolutionCompliance& r) {
  const Date due = r.due.value_or(t.c.as_of), done = r.done_on.value_or(due);
  return say({"{0}: done on {2}, {3} after it was due.", "{}应于{}完成，于{}完成，迟{}。"},
             lead_of(t, r), t.date(due), t.date(done), t.days(done - due));
}

Sentence stage_overdue(const Told& t, const ResolutionCompliance& r) {
  const auto& stages = r.resolution->stages;
  const auto stage = std::ranges::find_if(
      stages, [&](const Stage& each) { return each.due.at() == t.finding.at; });
  if (stage == stages.end()) return resolution_overdue(t, r);
  return say(
      {"{}: the stage {} was due on {} and is overdue for {}.", "{}的节点{}应于{}完成，已逾期{}。"},
      lead_of(t, r), t.c.wording.quoted(stage->text.value_or(dash)), t.date(*stage->due),
      t.days_since(*stage->due));
}

Sentence closure_pending(const Told& t, const ResolutionCompliance& r) {
  const auto run = r.course.done_run(t.c.as_of);
  const Date reported = run.empty() ? t.c.as_of : run.front().report->date.value_or(t.c.as_of);
  return say({"{}: reported as done on {}, not verified yet.", "{}已于{}报告完成，尚未核定。"},
             lead_of(t, r), t.date(reported));
}

Sentence due_soon(const Told& t, const ResolutionCompliance& r) {
  const Date due = r.due.value_or(t.c.as_of);
  return say({"{}: due on {}, in {}.", "{}将于{}到期，还有{}。"}, lead_of(t, r), t.date(due),
             t.days(due - t.c.as_of));
}

Sentence dropped_without_reason(const Told& t, const ResolutionCompliance& r) {
  return say({"{}: dropped without a reason.", "{}已终止，没有说明原因。"}, lead_of(t, r));
}

Sentence due_moved(const Told& t, const ResolutionCompliance& r) {
  const auto moved = std::ranges::count_if(r.resolution->revisions, [&](const Revision& each) {
    return each.date && *each.date <= t.c.as_of;
  });
  return say({"{}: the due date was moved {} times, now to {}.", "{}的时限调整过{}次，现为{}。"},
             lead_of(t, r), moved, t.date(r.due));
}

// ---- requests, reminders ----------------------------------------------------------------------

const Request* request_of(const Told& t) {
  for (const Request& request : t.c.book.requests)
    if (request.id.value_or("") == t.part(1)) return &request;
  return nullptr;
}

Sentence request_unanswered(const Told& t) {
  const Request* request = request_of(t);
  if (!request) return {};
  return say({"{} has not answered what {} asked for on {}: {}; it was due on {}.",
              "{0}没有答复{1}{2}提出的协作请求{3}，时限为{4}。"},
             t.unit(), t.c.wording.named(request->by.value_or("")), t.c.wording.date(request->date),
             t.c.wording.quoted(request->text.value_or(dash)), t.c.wording.date(request->due));
}

Sentence reminder_unanswered(const Told& t) {
  for (const Reminder& reminder : t.c.book.reminders)
    if (reminder.id.value_or("") == t.part(1)) {
      std::string about;
      for (const auto& form : reminder.about)
        about +=
            (about.empty() ? "" : t.c.wording(Bilingual{"; ", "、"})) + record_in_words(t.c, *form);
      return say({"{} was reminded on {} of {}, and to answer by {}; it is still open.",
                  "{}于{}收到催办（{}），应于{}前答复，事项仍未解决。"},
                 t.unit(), t.c.wording.date(reminder.date), about,
                 t.c.wording.date(reminder.reply_by));
    }
  return {};
}

// ---- plans, funds, series
// ------------------------------------------------------------------------

Sentence plan_missing(const Told& t) {
  const Plan* plan = t.plan();
  if (plan && plan->adopted)
    return say({"The plan for {} was only drawn up on {}.", "{}年度计划迟至{}才制定。"}, t.part(1),
               t.c.wording.date(plan->adopted));
  return say({"There is no plan for {}.", "没有制定{}年度计划。"}, t.part(1));
}

std::string task_name(const Told& t, const Task& task) {
  return t.c.wording.quoted(task.title.value_or(dash));
}

Sentence plan_task_overdue(const Told& t) {
  const Plan* plan = t.plan();
  const Task* task = t.task();
  const auto due = plan && task ? due_of(*plan, *task) : std::nullopt;
  if (!due) return {};
  return say({"{} leads the task {} of the plan for {}: due on {}, overdue for {}.",
              "{0}牵头的{2}年度计划任务{1}应于{3}完成，已逾期{4}。"},
             t.c.wording.named(task->lead.value_or("")), task_name(t, *task), t.part(1),
             t.date(*due), t.days_since(*due));
}

Sentence plan_target_missed(const Told& t) {
  const Plan* plan = t.plan();
  const Task* task = t.task();
  if (!plan || !task || !has_target(*task)) return {};
  const auto reached = AchievedByTasks(t.c.book, t.c.as_of).of(*plan, *task);
  const Word& metric = words_of(Metric{})[std::size_t(*task->target->metric)];
  return say({"{} leads the task {} of the plan for {}: {} {} of {}.",
              "{0}牵头的{2}年度计划任务{1}未达到目标：{3}目标{5}，实际{4}。"},
             t.c.wording.named(task->lead.value_or("")), task_name(t, *task), t.part(1),
             Bilingual{metric.en, metric.zh}, reached ? t.c.wording(*reached) : std::string(dash),
             with_thousands(*task->target->value));
}

Sentence fund_unpublished(const Told& t) {
  const Fund* fund = t.c.book.fund(t.part(1));
  const std::string_view name = fund ? fund->name.value_or(t.part(1)) : t.part(1);
  return say({"The accounts of {} have not been made public in time.", "{}的收支没有按期公示。"},
             name);
}

// ---- which sentence -----------------------------------------------------------------------------

/// One of the three says it, by what its rule's findings are about.
struct Telling {
  std::string_view rule;
  Sentence (*of_meeting)(const Told&, const MeetingCompliance&) = nullptr;
  Sentence (*of_resolution)(const Told&, const ResolutionCompliance&) = nullptr;
  Sentence (*of_any)(const Told&) = nullptr;
};

constexpr Telling tellings[] = {
    {"meeting-missed", nullptr, nullptr, meeting_missed},
    {"notice-missing", notice_missing},
    {"notice-late", notice_late},
    {"notice-incomplete", notice_incomplete},
    {"topics-not-solicited", topics_not_solicited},
    {"sign-in-missing", sign_in_missing},
    {"unit-absent", unit_absent},
    {"quorum-not-met", quorum_not_met},
    {"deferred-topic-lost", deferred_topic_lost},
    {"record-missing", record_missing},
    {"minutes-missing", minutes_missing},
    {"minutes-late", minutes_late},
    {"minutes-not-sent", minutes_not_sent},
    {"suggestion-unanswered", suggestion_unanswered},
    {"report-missing", report_missing},
    {"report-late", report_late},
    {"report-incomplete", nullptr, report_incomplete},
    {"resolution-overdue", nullptr, resolution_overdue},
    {"resolution-done-late", nullptr, resolution_done_late},
    {"stage-overdue", nullptr, stage_overdue},
    {"closure-pending", nullptr, closure_pending},
    {"due-soon", nullptr, due_soon},
    {"dropped-without-reason", nullptr, dropped_without_reason},
    {"due-moved", nullptr, due_moved},
    {"request-unanswered", nullptr, nullptr, request_unanswered},
    {"reminder-unanswered", nullptr, nullptr, reminder_unanswered},
    {"plan-missing", nullptr, nullptr, plan_missing},
    {"plan-task-overdue", nullptr, nullptr, plan_task_overdue},
    {"plan-target-missed", nullptr, nullptr, plan_target_missed},
    {"fund-unpublished", nullptr, nullptr, fund_unpublished},
};

/// What the rule itself says, where the record cannot be found again.
Sentence sentence_of(const Told& t) {
  for (const Telling& telling : tellings) {
    if (telling.rule != std::string_view(t.finding.rule)) continue;
    const MeetingCompliance* m = telling.of_meeting ? t.meeting() : nullptr;
    const ResolutionCompliance* r = telling.of_resolution ? t.resolution() : nullptr;
    Sentence sentence;
    if (m) sentence = telling.of_meeting(t, *m);
    if (r) sentence = telling.of_resolution(t, *r);
    if (telling.of_any) sentence = telling.of_any(t);
    if (!sentence.empty()) return sentence;
  }
  return t.finding.message;
}

/// The months of a series in which less took place than was asked for, in one sentence.
std::string sentence_of_series(const ReportCase& c, std::string_view id,
                               const std::vector<const Finding*>& findings) {
  const Series* series = c.book.series_of(id);
  std::string months, fewer;
  for (const SeriesShortfall& shortfall : shortfalls_of(c.book, {std::nullopt, c.as_of})) {
    const bool found = std::ranges::any_of(
        findings, [&](const Finding* f) { return f->record == shortfall.record(); });
    if (!found) continue;
    const std::string span = c.wording.period(shortfall.span.period());
    if (shortfall.held == 0)
      months += (months.empty() ? "" : c.wording(Bilingual{", ", "、"})) + span;
    else
      fewer += c.wording(say({"; {} of {} sessions in {}", "；{2}应开展{1}场，记录{0}场"},
                             shortfall.held, shortfall.asked, span));
  }
  std::string text = c.wording(say({"{} leads {}: ", "{}牵头的服务项目{}："},
                                   c.wording.named(series ? series->lead.value_or("") : ""),
                                   c.wording.quoted(series ? series->title.value_or(id) : id)));
  if (!months.empty())
    text += c.wording(say({"no session is on record for {}", "{}没有记录"}, months));
  else if (!fewer.empty())
    fewer.erase(0, c.wording(Bilingual{"; ", "；"}).size());
  return text + fewer + c.wording(Bilingual{".", "。"});
}

std::string with_waiver(const ReportCase& c, std::string sentence, const Finding& finding) {
  if (finding.waived.empty()) return sentence;
  return sentence + c.wording(say({" (waived: {})", "（已豁免：{}）"}, finding.waived));
}

std::string_view series_of(const Finding& finding) {
  std::string_view record = finding.record;
  if (!(finding.rule == rule_names::series_behind) || !finding.waived.empty()) return {};
  record.remove_prefix(std::min(record.size(), record.find('/') + 1));
  return record.substr(0, record.find('/'));
}

}  // namespace

bool can_be_told(std::string_view rule) {
  return rule == rule_names::series_behind ||
         std::ranges::find(tellings, rule, &Telling::rule) != std::end(tellings);
}

std::vector<Said> sentences_of(const ReportCase& c, const std::vector<const Finding*>& findings) {
  std::vector<Said> said;
  std::map<std::string_view, bool> series;
  for (const Finding* finding : findings) {
    const std::string_view id = series_of(*finding);
    if (id.empty())
      said.push_back(
          {finding->arisen.unit, with_waiver(c, c.wording(sentence_of({c, *finding})), *finding)});
    else if (!std::exchange(series[id], true))
      said.push_back({finding->arisen.unit, sentence_of_series(c, id, findings)});
  }
  return said;
}

}  // namespace lianxi
