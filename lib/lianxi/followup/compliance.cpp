#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <ranges>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include <lianxi/book/book.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/courses.hpp>
#include <lianxi/followup/intervals.hpp>
#include <lianxi/followup/reminded.hpp>
#include <lianxi/followup/tally_fields.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/followups.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/units.hpp>

namespace lianxi LIANXI_EXPORT {

std::string ResolutionCompliance::id() const {
  return fmt::format("{}/{}", *meeting->id, resolution->id.value_or("?"));
}

// ---- tallies --------------------------------------------------------------------

static std::optional<std::int64_t> rate_or_nothing(std::int64_t over, std::int64_t under) {
  return under > 0 ? std::optional(rate(over, under)) : std::nullopt;
}

std::optional<std::int64_t> Tally::on_time_rate() const {
  return rate_or_nothing(on_time, on_time + late + missing);
}

std::optional<std::int64_t> Tally::completion_rate() const {
  return rate_or_nothing(done, led - dropped);
}

Tally& Tally::operator+=(const Tally& other) {
  for_each_tally_field([&](const TallyField& field) {
    if (field.counted) this->*field.counted += other.*field.counted;
  });
  return *this;
}

static void count(Tally& tally, ReportStatus status) {
  switch (status) {
    case ReportStatus::exempt:
      ++tally.exempt;
      break;
    case ReportStatus::on_time:
      ++tally.on_time;
      break;
    case ReportStatus::late:
      ++tally.late;
      break;
    case ReportStatus::missing:
      ++tally.missing;
      break;
    case ReportStatus::pending:
      ++tally.pending;
      break;
  }
}

static void count(Tally& tally, Presence presence) {
  ++tally.meetings;
  switch (presence) {
    case Presence::present:
      ++tally.present;
      break;
    case Presence::leave:
      ++tally.leave;
      break;
    case Presence::absent:
      ++tally.absent;
      break;
    case Presence::unrecorded:
      ++tally.unrecorded;
      break;
  }
}

static void count(Tally& tally, ResolutionStatus status) {
  ++tally.led;
  if (status == ResolutionStatus::done) ++tally.done;
  if (is_given_up(status)) ++tally.dropped;
  if (status == ResolutionStatus::overdue) ++tally.overdue;
}

// ---- meetings and resolutions -----------------------------------------------------

namespace {

using Ids = std::unordered_set<std::string_view>;

Ids ids_of_present(const Attendance& attendance) {
  Ids ids;
  for (const Present& present : attendance.present)
    if (present.unit) ids.insert(*present.unit);
  return ids;
}

Ids ids_on_leave(const Attendance& attendance) {
  Ids ids;
  for (const Leave& leave : attendance.leave)
    if (leave.unit) ids.insert(*leave.unit);
  return ids;
}

/// The units that led it on any day up to the last, or support it.
void add_assigned(const Resolution& resolution, Date last, Ids& ids) {
  if (resolution.lead) ids.insert(*resolution.lead);
  std::map<Date, std::string_view> leads;  // of several transfers of one day the last holds
  for (const Transfer& transfer : resolution.transfers)
    if (transfer.lead && transfer.date && *transfer.date <= last)
      leads[*transfer.date] = *transfer.lead;
  for (const auto& [day, lead] : leads) ids.insert(lead);
  for (const auto& unit : resolution.support) ids.insert(*unit);
}

/// Works out the compliance of a book, definition by definition.
class Calculation {
 public:
  Calculation(const Book& book, Date as_of, const Period& period)
      : out_{.book = book, .as_of = as_of, .scope = Scope(period, as_of), .label = to_text(period)},
        reminders_(book, as_of) {}

  Compliance run() {
    collect_meetings();
    collect_followups();
    for (const Meeting* meeting : held_in_scope_) add(*meeting);
    add_cadence();
    add_units();
    add_rates();
    return std::move(out_);
  }

 private:
  static bool earlier(const Meeting* a, const Meeting* b) {
    return std::tuple(*a->date, *a->id) < std::tuple(*b->date, *b->id);
  }

  void collect_meetings() {
    for (const Meeting& meeting : out_.book.meetings) {
      if (!is_known(meeting, out_.as_of)) continue;
      if (meeting.kind && *meeting.kind == MeetingKind::regular) regular_.push_back(&meeting);
      if (is_held(meeting, out_.as_of) && out_.scope.contains(*meeting.date))
        held_in_scope_.push_back(&meeting);
    }
    std::ranges::stable_sort(regular_, earlier);
    std::ranges::stable_sort(held_in_scope_, earlier);
  }

  /// The follow-ups on each meeting, by date, then as they stand in the book.
  void collect_followups() {
    std::vector<const Followup*> all;
    for (const Followup& followup : out_.book.followups)
      if (followup.meeting && followup.unit && followup.date && *followup.date <= out_.as_of)
        all.push_back(&followup);
    std::ranges::stable_sort(all, {}, [](const Followup* f) { return *f->date; });
    for (const Followup* followup : all) {
      const Meeting* meeting = out_.book.meeting(*followup->meeting);
      if (meeting && meeting->date && *followup->date >= *meeting->date)
        followups_[meeting].push_back(followup);
    }
    courses_ = courses_of(out_.book, out_.as_of, all);
  }

  void add(const Meeting& meeting) {
    MeetingCompliance result{.meeting = &meeting, .date = *meeting.date};
    if (const auto at = followups_.find(&meeting); at != followups_.end())
      result.followups = at->second;
    set_members(result);
    set_deadline(result);
    set_reports(result);
    for (const Resolution& resolution : meeting.resolutions)
      if (resolution.id) add(result, resolution);
    out_.meetings.push_back(std::move(result));
  }

  /// Of units that share an id by mistake, references mean the first.
  bool is_meant(const Unit& unit) const { return out_.book.unit(*unit.id) == &unit; }

  void set_members(MeetingCompliance& result) {
    const Meeting& meeting = *result.meeting;
    Ids present, leave;
    if (meeting.attendance) {
      present = ids_of_present(*meeting.attendance);
      leave = ids_on_leave(*meeting.attendance);
    }
    const auto names_unit = [&](const Ids& ids) {
      return std::ranges::any_of(
          ids, [&](std::string_view id) { return out_.book.unit(id) != nullptr; });
    };
    result.has_sign_in = names_unit(present) || names_unit(leave);
    for (const Unit* unit : out_.book.units_in_order()) {
      if (!unit->id || !out_.book.is_member(*unit, result.date)) continue;
      const bool named = is_meant(*unit);
      const auto presence = !result.has_sign_in                    ? Presence::unrecorded
                            : named && present.contains(*unit->id) ? Presence::present
                            : named && leave.contains(*unit->id)   ? Presence::leave
                                                                   : Presence::absent;
      result.members.push_back({unit, presence});
      result.present += presence == Presence::present;
      result.leave += presence == Presence::leave;
      result.absent += presence == Presence::absent;
    }
  }

  /// Regular meetings are sorted by date, then id: the first after the day is the next.
  void set_deadline(MeetingCompliance& result) {
    const auto next = std::ranges::upper_bound(regular_, result.date, {},
                                               [](const Meeting* m) { return *m->date; });
    const Policy& policy = out_.book.policy_on(result.date);
    result.provisional = next == regular_.end();
    if (result.provisional) {
      const auto interval = SpanOfTime::containing(result.date, span_of(*policy.interval));
      result.deadline = interval.next().last() - *policy.report_days_before;
      return;
    }
    result.next = *next;
    result.deadline = std::max({*result.next->date - *policy.report_days_before, result.date,
                                day_of_notice(*result.next, result.date)});
  }

  /// Nobody can report before a day that he has not been told of; a notice given only after the
  /// meeting tells of nothing.
  Date day_of_notice(const Meeting& meeting, Date otherwise) const {
    if (!meeting.notice || !meeting.notice->date || *meeting.notice->date > out_.as_of)
      return otherwise;
    return std::min(*meeting.notice->date, *meeting.date);
  }

  void set_reports(MeetingCompliance& result) {
    const Meeting& meeting = *result.meeting;
    if (std::ranges::none_of(meeting.resolutions, [](const Resolution& r) { return bool(r.id); }))
      return;
    const Date last_day_to_lead =
        result.provisional ? out_.as_of : std::min(out_.as_of, result.deadline);
    Ids assigned;
    for (const Resolution& resolution : meeting.resolutions)
      if (resolution.id) add_assigned(resolution, last_day_to_lead, assigned);
    const bool all = *out_.book.policy_on(result.date).reporters == Reporters::all;
    std::unordered_map<std::string_view, Date> first;
    for (const Followup* followup : result.followups)
      first.emplace(*followup->unit, *followup->date);
    Tally tally;
    for (const Attending& member : result.members) {
      const bool meant = is_meant(*member.unit);
      if (!all && !(meant && assigned.contains(*member.unit->id))) continue;
      const auto at = first.find(*member.unit->id);
      const auto date = at == first.end() || !meant ? std::nullopt : std::optional(at->second);
      result.reports.push_back({member.unit, report_status(*member.unit, result, date), date});
      count(tally, result.reports.back().status);
    }
    result.on_time_rate = tally.on_time_rate();
  }

  ReportStatus report_status(const Unit& unit, const MeetingCompliance& m,
                             std::optional<Date> first) const {
    if (unit.left && *unit.left <= m.deadline) return ReportStatus::exempt;
    if (first)
      return m.provisional || *first <= m.deadline ? ReportStatus::on_time : ReportStatus::late;
    return m.provisional || out_.as_of <= m.deadline ? ReportStatus::pending
                                                     : ReportStatus::missing;
  }

  void add(const MeetingCompliance& meeting, const Resolution& resolution) {
    const ResolutionCourse& course = courses_.at(&resolution);
    const auto items = course.items();
    ResolutionCompliance result{.meeting = meeting.meeting,
                                .resolution = &resolution,
                                .lead = lead_on(resolution, out_.as_of),
                                .due = due_on(resolution, out_.as_of),
                                .state = course.state_on(out_.as_of),
                                .status = course.status_on(out_.as_of),
                                .items = {items.begin(), items.end()},
                                .course = course};
    if (result.status == ResolutionStatus::overdue) result.days_overdue = out_.as_of - *result.due;
    result.light = light_of(result, meeting.date);
    result.reminded = reminders_.naming(name_of(*meeting.meeting, resolution));
    if (result.status == ResolutionStatus::done || result.status == ResolutionStatus::to_verify) {
      result.done_on = course.done_on(out_.as_of);
      result.on_time = !result.due || *result.done_on <= *result.due;
    }
    out_.resolutions.push_back(std::move(result));
  }

  bool has_stage_behind(const Resolution& resolution) const {
    return std::ranges::any_of(resolution.stages,
                               [&](const Stage& stage) { return is_behind(stage, out_.as_of); });
  }

  Light light_of(const ResolutionCompliance& r, Date day_of_meeting) const {
    if (r.status == ResolutionStatus::overdue) return Light::red;
    if (is_finished(r.status)) return Light::none;
    if (r.state == ResolutionStatus::blocked || has_stage_behind(*r.resolution))
      return Light::yellow;
    const int warn_days = *out_.book.policy_on(day_of_meeting).warn_days;
    return r.due && *r.due <= out_.as_of + warn_days ? Light::blue : Light::none;
  }

  // ---- sums -----------------------------------------------------------------------

  void add_cadence() {
    out_.cadence.span = span_of(*out_.book.policy_on(out_.scope.to).interval);
    for (const SpanOfTime& interval : intervals_until(out_.book, out_.scope.to)) {
      if (!out_.scope.contains(interval.last())) continue;
      const auto meeting = std::ranges::lower_bound(regular_, interval.first(), {},
                                                    [](const Meeting* m) { return *m->date; });
      if (meeting != regular_.end() && *(*meeting)->date <= interval.last())
        ++out_.cadence.held;
      else
        out_.cadence.missed.push_back(interval);
    }
  }

  void add_units() {
    std::unordered_map<const Unit*, Tally> tallies;
    Tally all;
    for (const auto& meeting : out_.meetings) {
      for (const Attending& member : meeting.members) count(tallies[member.unit], member.presence);
      for (const UnitReport& report : meeting.reports) {
        count(tallies[report.unit], report.status);
        count(all, report.status);
      }
    }
    for (const auto& resolution : out_.resolutions)
      count(tallies[out_.book.unit(resolution.lead)], resolution.status);
    for (const Unit* unit : out_.book.units_in_order()) {
      if (!unit->id || !is_member_within(out_.book, *unit, out_.scope)) continue;
      out_.units.push_back({unit, tallies[unit]});
      out_.totals += out_.units.back().tally;
    }
    out_.on_time_rate = all.on_time_rate();
  }

  void add_rates() {
    int done = 0, dropped = 0;
    for (const auto& resolution : out_.resolutions) {
      done += resolution.status == ResolutionStatus::done;
      dropped += is_given_up(resolution.status);
    }
    out_.completion_rate = rate_or_nothing(done, std::int64_t(out_.resolutions.size()) - dropped);
  }

  Compliance out_;
  std::vector<const Meeting*> regular_, held_in_scope_;
  std::unordered_map<const Meeting*, std::vector<const Followup*>> followups_;
  Courses courses_;
  Reminded reminders_;
};

}  // namespace

Compliance compliance_of(const Book& book, Date as_of, const Period& period) {
  return Calculation(book, as_of, period).run();
}

}  // namespace lianxi
