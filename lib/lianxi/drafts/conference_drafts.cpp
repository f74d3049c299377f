// Drafts of the conference's own papers: what they are filled with follows from its follow-up.
#include <algorithm>
#include <fmt/format.h>

#include <lianxi/base/phrase.hpp>
#include <lianxi/book/unit_ids.hpp>
#include <lianxi/drafts/draft_fields.hpp>
#include <lianxi/drafts/numbering.hpp>
#include <lianxi/followup/answers.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/plan_tasks.hpp>
#include <lianxi/followup/status_words.hpp>
#include <lianxi/records/followups.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/plans.hpp>
#include <lianxi/records/reminders.hpp>
#include <lianxi/records/requests.hpp>
#include <lianxi/records/units.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

const Collection& collection_of(const RecordType& type) {
  const auto all = all_collections();
  return *std::ranges::find(all, &type, &Collection::type);
}

/// The last meeting of the book by its day, whether it was held or is to be.
const Meeting* last_meeting(const DraftCase& c) {
  const Meeting* last = nullptr;
  for (const Meeting& meeting : c.book.meetings)
    if (counts(meeting, c.as_of) &&
        meeting.kind.value_or(MeetingKind::regular) == MeetingKind::regular &&
        (!last || *last->date <= *meeting.date))
      last = &meeting;
  return last;
}

std::vector<std::string> members_on(const Book& book, Date day) {
  std::vector<std::string> ids;
  for (const Unit* unit : book.units_in_order())
    if (unit->id && book.is_member(*unit, day)) ids.emplace_back(*unit->id);
  return ids;
}

bool is_taken_up(const DraftCase& c, const std::string& topic) {
  for (const Meeting& meeting : c.book.meetings)
    for (const Topic& one : meeting.topics)
      if (one.from && *one.from == topic && counts(meeting, c.as_of)) return true;
  return false;
}

/// Topics of held meetings that were put off and that nobody took up.
std::vector<Draft> topics_put_off(const DraftCase& c) {
  std::vector<Draft> topics;
  for (const Meeting& meeting : c.book.meetings) {
    if (!is_held(meeting, c.as_of)) continue;
    for (const Topic& topic : meeting.topics) {
      const bool off = topic.outcome && (*topic.outcome == Outcome::deferred ||
                                         *topic.outcome == Outcome::no_consensus);
      if (!off || !topic.id) continue;
      const auto name = fmt::format("{}/{}", *meeting.id, *topic.id);
      if (is_taken_up(c, name)) continue;
      Draft draft{.type = &Topic::type};
      draft.fields.push_back(text_field(Topic::type, "id", fmt::format("t{}", topics.size() + 1)));
      draft.fields.push_back(
          text_field(Topic::type, "title", std::string(topic.title.value_or(""))));
      if (topic.by) draft.fields.push_back(text_field(Topic::type, "by", std::string(*topic.by)));
      draft.fields.push_back(text_field(Topic::type, "from", name));
      topics.push_back(std::move(draft));
    }
  }
  return topics;
}

std::string one_line(std::string_view text) {
  std::string out(text);
  std::ranges::replace(out, '\n', ' ');
  return out;
}

/// What is owed and open as the meeting is called, for whoever prepares it.
std::vector<std::string> owed_and_open(const DraftCase& c, const Compliance& ledger) {
  const auto in = [&](const Message& message) { return message.in(c.language); };
  std::vector<std::string> lines;
  for (const MeetingCompliance& meeting : ledger.meetings) {
    std::string units;
    for (const UnitReport& report : meeting.reports)
      if (report.status == ReportStatus::missing || report.status == ReportStatus::pending)
        units += (units.empty()                ? ""
                  : c.language == Language::zh ? "、"
                                               : ", ") +
                 std::string(id_of(*report.unit));
    if (!units.empty())
      lines.push_back(in(
          say({"still to report on {}: {}", "{} 落实报告未交：{}"}, *meeting.meeting->id, units)));
  }
  for (const ResolutionCompliance& one : ledger.resolutions)
    if (!is_finished(one.status))
      lines.push_back(in(say(
          {"open: {} {} ({}{})", "未办结：{} {}（{}{}）"}, one.id(),
          one_line(one.resolution->text.value_or("")), one.lead,
          one.due ? (c.language == Language::zh ? "，" : ", ") + iso(*one.due) : std::string())));
  return lines;
}

Draft sign_in_sheet(const DraftCase& c) {
  Draft sheet{.type = &Attendance::type};
  DraftField present = text_field(Attendance::type, "present", {});
  for (const std::string& id : members_on(c.book, c.as_of))
    present.lines_below.push_back("- " + id);
  sheet.fields.push_back(std::move(present));
  return sheet;
}

void add_given(Draft& draft, std::string_view name, const Text& text) {
  if (text) draft.fields.push_back(text_field(*draft.type, name, std::string(*text)));
}

std::string id_of_first_meeting(const DraftCase& c) {
  return fmt::format("{}-q{}", c.as_of.year(), (c.as_of.month() + 2) / 3);
}

}  // namespace

Draft new_meeting(const DraftCase& c, std::string_view id) {
  const RecordType& type = Meeting::type;
  const Meeting* last = last_meeting(c);
  Draft draft{.type = &type};
  std::string own(id);
  if (own.empty()) {
    auto ids = ids_of(c.book, collection_of(type));
    if (last) ids.emplace_back(*last->id);  // the last by its day
    own = next_id(ids, id_of_first_meeting(c));
  }
  draft.fields.push_back(text_field(type, "id", own));
  draft.fields.push_back(text_field(type, "kind", word_in(c, meeting_kind_words[0])));
  if (last && last->title)
    draft.fields.push_back(text_field(type, "title", next_title(*last->title)));
  draft.fields.push_back(blank_field(c, type, "date"));
  if (last && last->time) draft.fields.push_back(text_field(type, "time", iso(*last->time)));
  if (last) add_given(draft, "place", last->place);
  if (last) add_given(draft, "chair", last->chair);
  if (auto topics = topics_put_off(c); !topics.empty())
    draft.fields.push_back(parts_field(type, "topics", std::move(topics)));
  draft.fields.push_back(mapping_field(type, "attendance", sign_in_sheet(c)));
  draft.comments = owed_and_open(c, compliance_of(c.book, c.as_of));
  return draft;
}

namespace {

/// One matter to report on, with the resolution's words behind it.
Draft item_of(const DraftCase& c, const ResolutionCompliance& one, const Meeting& reported) {
  const RecordType& type = FollowupItem::type;
  Draft item{.type = &type};
  const bool same = one.meeting == &reported;
  DraftField resolution =
      text_field(type, "resolution", same ? std::string(*one.resolution->id) : one.id());
  resolution.comment = one_line(one.resolution->text.value_or(""));
  if (one.due)
    resolution.comment += say({" (due {})", "（时限 {}）"}, iso(*one.due)).in(c.language);
  item.fields.push_back(std::move(resolution));
  if (one.items.empty())
    item.fields.push_back(blank_field(c, type, "status"));
  else
    item.fields.push_back(text_field(
        type, "status", word_in(c, status_words[std::size_t(*one.items.back().item->status)])));
  item.fields.push_back(text_field(type, "result", {}));
  item.fields.push_back(text_field(type, "next", {}));
  return item;
}

}  // namespace

Draft new_followup(const DraftCase& c, const Meeting& meeting, const Unit& unit) {
  const RecordType& type = Followup::type;
  Draft draft{.type = &type};
  draft.fields.push_back(text_field(type, "meeting", std::string(*meeting.id)));
  draft.fields.push_back(text_field(type, "unit", std::string(*unit.id)));
  draft.fields.push_back(text_field(type, "date", iso(c.as_of)));
  draft.fields.push_back(text_field(type, "by", {}));
  const Compliance ledger = compliance_of(c.book, c.as_of);
  std::vector<Draft> items;
  for (const bool same : {true, false})
    for (const ResolutionCompliance& one : ledger.resolutions) {
      const bool open = one.lead == *unit.id && !is_finished(one.status) && one.resolution->id;
      const bool earlier = meeting.date && one.meeting->date && *one.meeting->date < *meeting.date;
      if (open && (same ? one.meeting == &meeting : earlier))
        items.push_back(item_of(c, one, meeting));
    }
  if (!items.empty()) draft.fields.push_back(parts_field(type, "items", std::move(items)));
  return draft;
}

/// What other units asked of one, is due and not answered, and tasks of the plan.
static void add_requests_and_tasks(const DraftCase& c, std::string_view unit,
                                   std::vector<std::string>& about) {
  for (const Request& request : c.book.requests) {
    const bool is_asked =
        std::ranges::any_of(request.to, [&](const auto& asked) { return asked && *asked == unit; });
    const bool is_due = request.id && request.date && *request.date <= c.as_of && request.due &&
                        *request.due < c.as_of;
    if (is_asked && is_due && !answered_by(request, c.as_of).contains(unit))
      about.push_back(fmt::format("requests/{}/units/{}", *request.id, unit));
  }
  for (const Plan& plan : c.book.plans)
    for (const Task& task : plan.tasks)
      if (plan.year && task.id && task.lead && *task.lead == unit && is_adopted(plan, c.as_of) &&
          state_of(plan, task, c.as_of) == TaskState::overdue)
        about.push_back(fmt::format("plans/{}/tasks/{}", *plan.year, *task.id));
}

Draft new_reminder(const DraftCase& c, const Unit& unit, std::string_view id) {
  const RecordType& type = Reminder::type;
  const Compliance ledger = compliance_of(c.book, c.as_of);
  std::vector<std::string> about;
  for (const MeetingCompliance& meeting : ledger.meetings)
    for (const UnitReport& report : meeting.reports)
      if (report.unit == &unit && report.status == ReportStatus::missing)
        about.push_back(fmt::format("meetings/{}/units/{}", *meeting.meeting->id, *unit.id));
  for (const ResolutionCompliance& one : ledger.resolutions)
    if (one.lead == *unit.id && one.status == ResolutionStatus::overdue)
      about.push_back(
          fmt::format("meetings/{}/resolutions/{}", *one.meeting->id, *one.resolution->id));
  add_requests_and_tasks(c, *unit.id, about);
  Draft draft = new_record(c, collection_of(type), id);
  set_text(draft, "unit", std::string(*unit.id));
  for (DraftField& field : draft.fields)
    if (field.field->en == "about" && !about.empty()) field = list_field(type, "about", about);
  draft.fields.push_back(text_field(type, "level", word_in(c, reminder_level_words[0])));
  draft.fields.push_back(text_field(type, "reply_by", iso(c.as_of + 14)));
  return draft;
}

Draft new_minutes(const DraftCase& c, const Meeting& meeting) {
  const RecordType& type = Minutes::type;
  Draft draft{.type = &type};
  std::string last;
  Date day = {};
  for (const Meeting& one : c.book.meetings)
    if (one.minutes && one.minutes->number && one.minutes->issued && *one.minutes->issued >= day)
      last = *one.minutes->number, day = *one.minutes->issued;
  draft.fields.push_back(text_field(type, "issued", iso(c.as_of)));
  if (const auto number = next_number(last, c.as_of.year()); !number.empty())
    draft.fields.push_back(text_field(type, "number", number));
  draft.fields.push_back(
      list_field(type, "to", members_on(c.book, meeting.date.value_or(c.as_of))));
  for (const Resolution& one : meeting.resolutions)
    draft.comments.push_back(
        fmt::format("{} {}", one.id.value_or("?"), one_line(one.text.value_or(""))));
  return draft;
}

}  // namespace lianxi
