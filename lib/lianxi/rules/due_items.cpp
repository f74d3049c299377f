#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <lianxi/base/unreadable.hpp>
#include <lianxi/book/record_path.hpp>
#include <lianxi/book/record_title.hpp>
#include <lianxi/book/unit_ids.hpp>
#include <lianxi/followup/answers.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/meeting_papers.hpp>
#include <lianxi/followup/plan_tasks.hpp>
#include <lianxi/followup/record_names.hpp>
#include <lianxi/followup/revisions.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/committees.hpp>
#include <lianxi/records/donations.hpp>
#include <lianxi/records/funds.hpp>
#include <lianxi/records/grants.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/plans.hpp>
#include <lianxi/records/reminders.hpp>
#include <lianxi/records/requests.hpp>
#include <lianxi/rules/due_items.hpp>
#include <lianxi/rules/judge.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

using UnitIds = std::vector<std::string_view>;

UnitIds one_unit(std::string_view id) { return id.empty() ? UnitIds{} : UnitIds{id}; }

/// Collects what is due, kind by kind.
class DueCollection {
 public:
  DueCollection(const Compliance& c, const Period& period, std::string_view unit)
      : c_(c), book_(c.book), unit_(unit), out_{c.book, c.as_of, period} {
    for (Finding& finding : judge(c).findings) {
      if (!finding.waived.empty())
        waived_.emplace(finding.rule, std::move(finding.record));
      else if (finding.rule == std::string_view("reminder-unanswered"))
        unanswered_.insert(std::move(finding.record));
    }
  }

  DueItems collect() {
    add_scheduled();
    add_of_held_meetings();
    add_resolutions();
    add_tasks();
    add_requests();
    add_publications();
    add_replies();
    std::ranges::stable_sort(out_.items, [](const DueItem& a, const DueItem& b) {
      return std::tie(a.day, a.kind) < std::tie(b.day, b.kind);
    });
    return std::move(out_);
  }

 private:
  bool is_waived(std::string_view rule, const std::string& record) const {
    return waived_.contains({rule, record});
  }

  bool concerns_unit(const DueItem& item) const {
    if (unit_.empty() || std::ranges::find(item.units, unit_) != item.units.end()) return true;
    const Committee* committee = item.committee.empty() ? nullptr : book_.committee(item.committee);
    return committee && committee->lead.value_or("") == unit_;
  }

  /// Adds it where it was asked for; `rule` finds it once it is late, and may be waived.
  void add(DueItem item, std::string_view rule = {}) {
    if (!out_.period.contains(item.day) || !concerns_unit(item)) return;
    if (out_.is_late(item) && is_waived(rule, item.record)) return;
    out_.items.push_back(std::move(item));
  }

  DueItem of_meeting(DueKind kind, Date day, const Meeting& meeting, Place at) const {
    DueItem item{day, kind, name_of(meeting), at};
    item.title = meeting.title.value_or("");
    item.meeting = &meeting;
    return item;
  }

  UnitIds office() const {
    return one_unit(book_.alliance() ? book_.alliance()->office.value_or("") : "");
  }

  // ---- meetings -------------------------------------------------------------------

  /// Those who are asked to come.
  UnitIds invited(const Meeting& meeting) const {
    UnitIds ids;
    const Notice* notice = notice_by(meeting, c_.as_of);
    if (notice && notice->to.given()) {
      for (const auto& unit : notice->to) ids.push_back(*unit);
      return ids;
    }
    for (const Unit* unit : book_.units_in_order())
      if (!id_of(*unit).empty() && book_.is_member(*unit, *meeting.date))
        ids.push_back(id_of(*unit));
    return ids;
  }

  void add_scheduled() {
    for (const Meeting& meeting : book_.meetings) {
      if (!is_known(meeting, c_.as_of) || *meeting.date < c_.as_of) continue;
      DueItem item = of_meeting(DueKind::meeting, *meeting.date, meeting, meeting.date.at());
      item.units = invited(meeting);
      add(std::move(item));
      if (*meeting.date > c_.as_of) add_notice(meeting);
    }
  }

  void add_notice(const Meeting& meeting) {
    if (meeting.notice.given()) return;
    // What cannot wait is called when it has to be.
    const bool is_regular = meeting.kind && *meeting.kind == MeetingKind::regular;
    const int days = is_regular ? *book_.policy_on(*meeting.date).notice_days : 0;
    const Date last = *meeting.date - days;
    DueItem item = of_meeting(DueKind::notice, last, meeting, meeting.at);
    item.units = office();
    add(std::move(item));
  }

  void add_of_held_meetings() {
    std::unordered_set<const Meeting*> unfinished;
    for (const ResolutionCompliance& r : c_.resolutions)
      if (!is_finished(r.status)) unfinished.insert(r.meeting);
    for (const MeetingCompliance& m : c_.meetings) {
      add_reports(m, unfinished.contains(m.meeting));
      add_minutes(m);
    }
  }

  /// Whether the unit still owes its report. One that is missing can do no good any more where
  /// all was done.
  bool is_owed(const MeetingCompliance& m, const UnitReport& report, bool is_unfinished) const {
    if (report.status == ReportStatus::pending) return true;
    return report.status == ReportStatus::missing && is_unfinished &&
           !is_waived(rule_names::report_missing, name_of_unit_in(*m.meeting, id_of(*report.unit)));
  }

  void add_reports(const MeetingCompliance& m, bool is_unfinished) {
    // A deadline that is only supposed makes nobody late.
    if (m.provisional && m.deadline < c_.as_of) return;
    DueItem item = of_meeting(DueKind::report, m.deadline, *m.meeting, m.meeting->id.at());
    for (const UnitReport& report : m.reports)
      if (is_owed(m, report, is_unfinished)) item.units.push_back(id_of(*report.unit));
    if (!concerns_unit(item) || item.units.empty()) return;
    if (!unit_.empty()) item.units = {unit_};
    add(std::move(item));
  }

  void add_minutes(const MeetingCompliance& m) {
    const Meeting& meeting = *m.meeting;
    const bool is_unknown = is_unreadable(meeting.minutes) ||
                            (meeting.minutes && is_unreadable(meeting.minutes->issued));
    if (is_unknown || minutes_by(meeting, c_.as_of)) return;
    DueItem item = of_meeting(DueKind::minutes, last_day_for_minutes(c_, m), meeting, meeting.at);
    item.units = office();
    add(std::move(item), "minutes-missing");
  }

  // ---- resolutions ----------------------------------------------------------------

  void add_resolutions() {
    for (const ResolutionCompliance& r : c_.resolutions) {
      if (is_finished(r.status)) continue;
      const std::string_view text = r.resolution->text.value_or("");
      const std::string name = name_of(*r.meeting, *r.resolution);
      if (r.due)
        add({*r.due,
             DueKind::resolution,
             name,
             place_of_due(*r.resolution, c_.as_of),
             text,
             {},
             one_unit(r.lead)},
            "resolution-overdue");
      add_stages(r, name);
    }
  }

  void add_stages(const ResolutionCompliance& r, const std::string& name) {
    std::size_t number = 0;
    for (const Stage& stage : r.resolution->stages) {
      ++number;
      if (!is_open(stage)) continue;
      DueItem item{*stage.due, DueKind::stage, name, stage.due.at(), stage.text.value_or("")};
      item.whole = r.resolution->text.value_or("");
      item.units = one_unit(r.lead);
      item.number = number;
      add(std::move(item), "stage-overdue");
    }
  }

  bool is_open(const Stage& stage) const {
    if (!stage.due || is_unreadable(stage.done)) return false;
    return !stage.done || *stage.done > c_.as_of;
  }

  // ---- plans and requests ---------------------------------------------------------

  void add_tasks() {
    for (const Plan& plan : book_.plans) {
      if (!plan.year || !is_adopted(plan, c_.as_of)) continue;
      for (const Task& task : plan.tasks) {
        const auto due = due_of(plan, task);
        if (!due || was_dropped(task, c_.as_of) || was_done(task, c_.as_of)) continue;
        const std::string_view lead = task.lead.value_or("");
        const bool is_unit = book_.unit(lead) != nullptr;
        DueItem item{*due, DueKind::task, smallest_name(plan, task),
                     task.due ? task.due.at() : task.at, task.title.value_or("")};
        item.units = one_unit(is_unit ? lead : "");
        item.committee = is_unit ? std::string_view() : lead;
        add(std::move(item), "plan-task-overdue");
      }
    }
  }

  bool is_open(const Request& request) const {
    const bool is_closed =
        is_unreadable(request.closed) || (request.closed && *request.closed <= c_.as_of);
    return !is_closed && request.id && request.date && *request.date <= c_.as_of && request.due &&
           !is_unreadable(request.answers);
  }

  /// Whether somebody has taken up what was put to all.
  bool is_taken_up(const Request& request) const {
    return std::ranges::any_of(request.answers, [&](const Answer& answer) {
      const bool by_then = answer.date ? *answer.date <= c_.as_of : answer.date.given();
      return by_then && answer.accepted.value_or(true);
    });
  }

  void add_requests() {
    for (const Request& request : book_.requests) {
      if (!is_open(request)) continue;
      DueItem item{*request.due, DueKind::request, name_of(request), request.due.at(),
                   request.text.value_or("")};
      auto settled = answered_by(request, c_.as_of);
      for (const auto& unit : request.to)
        if (book_.unit(*unit) && settled.insert(*unit).second &&
            !(*request.due < c_.as_of &&
              is_waived(rule_names::request_unanswered, name_of_unit_in(request, *unit))))
          item.units.push_back(*unit);
      const bool is_put_to_all = !request.to.given() && !is_taken_up(request);
      if (item.units.empty() && !is_put_to_all) continue;
      if (!unit_.empty() && concerns_unit(item)) item.units = {unit_};
      add(std::move(item));
    }
  }

  // ---- funds and reminders --------------------------------------------------------

  /// By the fund's id: the days on which its money moved.
  using Movements = std::unordered_map<std::string_view, std::set<Date>>;

  template <class Movement>
  void note(const Records<Movement>& movements, Movements& days) const {
    for (const Movement& moved : movements)
      if (moved.fund && moved.date && *moved.date <= c_.as_of)
        days[*moved.fund].insert(*moved.date);
  }

  std::optional<Date> last_published(const Fund& fund) const {
    std::optional<Date> last;
    for (const Publication& entry : fund.published)
      if (entry.date && entry.until && *entry.date <= c_.as_of && (!last || *last < *entry.until))
        last = *entry.until;
    return last;
  }

  /// The day by which what was not made public yet has to be.
  std::optional<Date> last_day_to_publish(const Fund& fund, const std::set<Date>& days) const {
    const auto published = last_published(fund);
    std::optional<Date> last;
    for (const Date day : days) {
      if (published && day <= *published) continue;
      const Date allowed = day + *book_.policy_on(day).publish_days;
      if (!last || allowed < *last) last = allowed;
    }
    return last;
  }

  void add_publications() {
    Movements days;
    note(book_.donations, days);
    note(book_.grants, days);
    for (const Fund& fund : book_.funds) {
      if (!fund.id || is_unreadable(fund.published) || book_.fund(*fund.id) != &fund) continue;
      if (const auto last = last_day_to_publish(fund, days[*fund.id]))
        add({*last,
             DueKind::publication,
             name_of(fund),
             fund.at,
             fund.name.value_or(*fund.id),
             {},
             one_unit(fund.steward.value_or(""))},
            rule_names::fund_unpublished);
    }
  }

  /// What the first record that it is about is called; as it is written where that says nothing.
  std::string_view matter_of(const Reminder& reminder) const {
    if (reminder.about.empty()) return {};
    const std::string_view about = *reminder.about[0];
    const auto found = records_named(book_, about);
    if (found.size() != 1) return about;
    const auto title = title_of(*found[0].type, *found[0].part);
    return title.empty() ? about : title;
  }

  /// A reminder has no answer of its own: after its day it is late as long as what it was about
  /// is still open.
  void add_replies() {
    for (const Reminder& reminder : book_.reminders) {
      if (!reminder.id || !reminder.date || *reminder.date > c_.as_of || !reminder.reply_by)
        continue;
      const std::string name = name_of(reminder);
      if (*reminder.reply_by < c_.as_of && !unanswered_.contains(name)) continue;
      add({*reminder.reply_by, DueKind::reply, name, reminder.reply_by.at(),
           reminder.number.value_or(""), matter_of(reminder),
           one_unit(reminder.unit.value_or(""))});
    }
  }

  const Compliance& c_;
  const Book& book_;
  std::string_view unit_;
  std::set<std::pair<std::string_view, std::string>> waived_;
  std::unordered_set<std::string> unanswered_;
  DueItems out_;
};

}  // namespace

DueItems due_items(const Compliance& whole, const Period& period, std::string_view unit) {
  return DueCollection(whole, period, unit).collect();
}

}  // namespace lianxi
