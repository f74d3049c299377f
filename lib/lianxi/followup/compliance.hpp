// What became of what a conference resolved, as of a day: the definitions behind
// `lianxi followup`, its rules and the reports.
//
// What happens after the as-of day D is not known: later follow-ups, revisions, transfers,
// closures, answers, minutes and completions do not exist, nor do meetings of which notice is
// given later. What was announced is known: memberships and due dates.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include <lianxi/base/language.hpp>
#include <lianxi/base/period.hpp>
#include <lianxi/export.hpp>
#include <lianxi/followup/course.hpp>

namespace lianxi LIANXI_EXPORT {

class Book;
struct Followup;
struct FollowupItem;
struct Meeting;
struct Resolution;
struct Revision;
struct Stage;
struct Unit;
enum class Interval : std::uint8_t;

enum class ReportStatus : std::uint8_t { exempt, on_time, late, missing, pending };
enum class Presence : std::uint8_t { present, leave, absent, unrecorded };
/// The colour under which a resolution is watched.
enum class Light : std::uint8_t { none, blue, yellow, red };

/// The English word of a status, as JSON has it.
std::string_view word_of(ReportStatus);
std::string_view word_of(Presence);
std::string_view word_of(ResolutionStatus);
/// "" for none.
std::string_view word_of(Light);

/// What a unit owed on a meeting's resolutions.
struct UnitReport {
  const Unit* unit;
  ReportStatus status;
  std::optional<Date> first;  ///< Of its earliest follow-up dated from the meeting to D.
};

/// A member at a meeting.
struct Attending {
  const Unit* unit;
  Presence presence;
};

/// A held meeting of the scope and what it asked of the units.
struct MeetingCompliance {
  const Meeting* meeting;
  Date date;
  std::vector<Attending> members = {};     ///< On the meeting's day, in the order of the units.
  bool has_sign_in = false;                ///< Anyone present or on leave.
  int present = 0, leave = 0, absent = 0;  ///< Of the members; all 0 without a sign-in.
  const Meeting* next = nullptr;           ///< The next regular meeting, held or scheduled.
  Date deadline = {};                      ///< The last day for reports.
  bool provisional = false;                ///< The deadline, where no next meeting is known.
  std::vector<UnitReport> reports = {};    ///< Of the units that owe one, in their order.
  /// Tenths of a percent: on time / (on time + late + missing).
  std::optional<std::int64_t> on_time_rate = {};
  /// Follow-ups on it dated from its day to D, by date, then as they stand in the book.
  std::vector<const Followup*> followups = {};
};

struct ResolutionCompliance {
  const Meeting* meeting;
  const Resolution* resolution;
  std::string_view lead;    ///< The id of the unit that leads it on D; "" where none.
  std::optional<Date> due;  ///< The effective one: of the last revision by D.
  ResolutionStatus state;   ///< What its lead said last, and the office decided.
  ResolutionStatus status;  ///< The state, overdue, or replaced.
  Light light = Light::none;
  std::optional<int> days_overdue = {};
  int reminded = 0;                  ///< How many reminders up to D name it.
  std::optional<Date> done_on = {};  ///< Where it is done, or has to be verified.
  std::optional<bool> on_time = {};  ///< Likewise.
  /// What the units that led it at the time reported on it, in order: of each report the last.
  std::vector<ReportedItem> items = {};
  ResolutionCourse course;

  /// `MEETING/RESOLUTION`.
  std::string id() const;
};

/// Sums over reports, resolutions and meetings; of a unit, or of all.
struct Tally {
  int on_time = 0, late = 0, missing = 0, pending = 0, exempt = 0;
  int led = 0, done = 0, overdue = 0;
  int dropped = 0;  ///< With those that were replaced.
  int meetings = 0, present = 0, leave = 0, absent = 0, unrecorded = 0;

  int owed() const { return on_time + late + missing + pending; }
  int open() const { return led - done - dropped - overdue; }
  /// Tenths of a percent, or nothing where nothing was due.
  std::optional<std::int64_t> on_time_rate() const;
  /// Likewise: done of what is led and was neither dropped nor replaced.
  std::optional<std::int64_t> completion_rate() const;
  Tally& operator+=(const Tally&);
};

struct UnitCompliance {
  const Unit* unit;
  Tally tally;
};

struct Cadence {
  Span span = Span::quarter;
  std::vector<SpanOfTime> missed;
  int held = 0;
  int elapsed() const { return held + int(missed.size()); }
};

/// Follow-up of a book as of a day, within a scope.
struct Compliance {
  const Book& book;
  Date as_of;
  Scope scope;
  std::string label = {};  ///< The period's canonical name.
  Cadence cadence = {};
  std::vector<MeetingCompliance> meetings = {};        ///< Held in scope, by date, then id.
  std::vector<ResolutionCompliance> resolutions = {};  ///< Of those meetings.
  std::vector<UnitCompliance> units = {};              ///< Members on any day of the scope.
  Tally totals = {};                                   ///< The sums of the units' tallies.
  std::optional<std::int64_t> on_time_rate = {};       ///< Of all reports of the scope.
  std::optional<std::int64_t> completion_rate = {};    ///< Of all its resolutions.
};

/// Works it all out. O(records · log records).
Compliance compliance_of(const Book&, Date as_of, const Period& period = {});

// ---- single definitions, for rules and reports --------------------------------

/// Whether the meeting has an id and a day and, as far as is known on D, was not cancelled: one
/// that says when it was still stands before that day.
bool counts(const Meeting&, Date as_of);
/// Whether it counts and was held by D.
bool is_held(const Meeting&, Date as_of);
/// Whether it counts and is known on D: held, or scheduled. A later one is known from the day of
/// its notice on, or always where it has none.
bool is_known(const Meeting&, Date as_of);
/// The policy's interval as a span.
Span span_of(Interval);
/// Whose id leads the resolution on that day: that of the last transfer by then, else
/// the first lead; "" where none.
std::string_view lead_on(const Resolution&, Date);
/// The last revision by a day, or null.
const Revision* revision_in_force(const Resolution&, Date);
/// The due date in force on a day: of the last revision by then, else the first.
std::optional<Date> due_on(const Resolution&, Date);
/// Whether a stage was due before D and was not done by then; one whose days cannot be read is not.
bool is_behind(const Stage&, Date as_of);
/// Whether the unit is a member on any day of the scope.
bool is_member_within(const Book&, const Unit&, const Scope&);
/// The day the minutes went to a unit: with those of `to` (by default every member of
/// the meeting's day) or later on their own; nothing where they did not by D.
bool minutes_sent_to(const Book&, const Meeting&, const Unit&, Date as_of);

}  // namespace lianxi
