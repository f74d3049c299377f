// The minutes of a meeting, for sending out.
#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>
#include <unordered_set>

#include <lianxi/book/unit_ids.hpp>
#include <lianxi/followup/meeting_papers.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/waivers.hpp>
#include <lianxi/reports/sections/agreed.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/tables/resolution_rows.hpp>
#include <lianxi/reports/words/papers.hpp>

namespace lianxi::minutes_report {
namespace {

// ---- the facts ----------------------------------------------------------------------

/// Who was in the chair; the public is told the unit alone.
std::string chair_text(const ReportCase& c, const Meeting& meeting) {
  std::string text;
  if (meeting.chair) text = c.wording.named(*meeting.chair);
  if (!meeting.presiding || c.is_for_the_public()) return text;
  if (text.empty()) return std::string(*meeting.presiding);
  return c.wording(say({"{} of {}", "{1}{0}"}, *meeting.presiding, text));
}

std::string facts_in_english(const ReportCase& c, const Meeting& meeting, bool held) {
  std::string text = papers::name_beside_day(c, meeting);
  text += (held ? " was held on " : " is to be held on ") + papers::time_of(c, meeting);
  if (meeting.place) text += ", at " + std::string(*meeting.place);
  if (const auto chair = chair_text(c, meeting); !chair.empty())
    text += ", with " + chair + " in the chair";
  return text + ".";
}

std::string facts_in_chinese(const ReportCase& c, const Meeting& meeting, bool held) {
  std::string text = papers::name_beside_day(c, meeting);
  const std::string time = papers::time_of(c, meeting);
  text = held ? time + "，" + text : text + "定于" + time;
  if (meeting.place) text += "在" + std::string(*meeting.place);
  text += "召开";
  if (const auto chair = chair_text(c, meeting); !chair.empty()) text += "，由" + chair + "主持";
  return text + "。";
}

/// How many came, and what they put forward.
std::string attendance_text(const Wording& wording, const MeetingCompliance& m) {
  std::string text;
  if (m.has_sign_in)
    text = wording(say({" Of {} members {} were present.", "应到成员单位{}家，实到{}家。"},
                       m.members.size(), m.present));
  if (const auto n = m.meeting->suggestions.size(); n > 0)
    text += wording(say({" Suggestions collected: {}.", "会上收集意见建议{}条。"}, n));
  return text;
}

std::vector<doc::Block> preface(const ReportCase& c, const Meeting& meeting,
                                const MeetingCompliance* held) {
  std::vector<doc::Block> blocks;
  const Alliance* alliance = c.book.alliance();
  const bool has_letterhead = alliance && alliance->letterhead;
  if (has_letterhead)
    blocks.push_back(doc::Paragraph{doc::Prose::strong(*alliance->letterhead), doc::Align::center,
                                    doc::Role::letterhead});
  const bool to_come = meeting.minutes && meeting.minutes->issued &&
                       !minutes_by(meeting, c.as_of);  // its number is not known yet either
  if (meeting.minutes && meeting.minutes->number && !to_come)
    blocks.push_back(
        doc::Paragraph{*meeting.minutes->number, doc::Align::center, doc::Role::number});
  if (!has_letterhead)
    blocks.push_back(doc::Paragraph{papers::title_of(c, meeting), doc::Align::center});
  std::string text = c.wording.language() == Language::zh
                         ? facts_in_chinese(c, meeting, held != nullptr)
                         : facts_in_english(c, meeting, held != nullptr);
  text +=
      held
          ? attendance_text(c.wording, *held)
          : c.wording(say({" As of {} there are no minutes yet.", "截至{}会议尚未召开，没有纪要。"},
                          c.wording.date(c.as_of)));
  blocks.push_back(doc::Paragraph{text});
  if (meeting.reason)
    blocks.push_back(papers::labelled(c, {"Why it was called", "召开事由"}, *meeting.reason));
  return blocks;
}

// ---- the last meeting ---------------------------------------------------------------

/// The last regular meeting before the day and the special ones since, in order.
std::vector<const MeetingCompliance*> last_meetings(const Compliance& known, Date day) {
  std::vector<const MeetingCompliance*> last;
  for (const MeetingCompliance& m : known.meetings) {
    if (m.date >= day) break;
    if (m.meeting->kind && *m.meeting->kind == MeetingKind::regular) last.clear();
    last.push_back(&m);
  }
  return last;
}

/// How it stands, and what its lead last said of it.
std::string outcome_text(const ReportCase& c, const ResolutionCompliance& r, Date day) {
  std::string text = resolution_columns::status.cell(c, &r).plain();
  if (r.status == ResolutionStatus::overdue && r.due)
    text += c.wording(say({" for {} days", "{}天"}, with_thousands(day - *r.due)));
  const std::string latest = resolution_columns::latest.cell(c, &r).plain();
  return latest == dash ? text : text + "\n" + latest;
}

/// What of those meetings was agreed on, and is wanted, in their order.
template <class Wanted>
ResolutionRows agreed_on(const Compliance& known,
                         const std::vector<const MeetingCompliance*>& meetings, Wanted wanted) {
  std::unordered_map<const Meeting*, Agreed> agreed;
  for (const auto* m : meetings) agreed.emplace(m->meeting, *m->meeting);
  return resolutions_of(known, [&](const ResolutionCompliance& r) {
    const auto at = agreed.find(r.meeting);
    return at != agreed.end() && at->second.contains(*r.resolution) && wanted(r);
  });
}

doc::Table table_of(const ReportCase& c, std::initializer_list<ResolutionColumn> columns,
                    const ResolutionRows& rows) {
  doc::Table table = lianxi::table_of(c, columns, rows);
  table.columns.push_back(titled(c.wording, {"How it stands", "落实情况"}));
  for (std::size_t i = 0; i < rows.size(); ++i)
    table.rows[i].push_back(outcome_text(c, *rows[i], c.as_of));
  return table;
}

/// The meetings before those.
std::vector<const MeetingCompliance*> meetings_before(const Compliance& known, Date day) {
  std::vector<const MeetingCompliance*> earlier;
  for (const MeetingCompliance& m : known.meetings)
    if (m.date < day) earlier.push_back(&m);
  return earlier;
}

/// Older matters that nobody has closed stay on the agenda.
void add_older(const ReportCase& c, const std::vector<const MeetingCompliance*>& last,
               std::vector<doc::Block>& blocks) {
  if (last.empty()) return;
  const auto rows = agreed_on(c.ledger, meetings_before(c.ledger, last.front()->date),
                              [](const ResolutionCompliance& r) { return !is_finished(r.status); });
  if (rows.empty()) return;
  using namespace resolution_columns;
  blocks.push_back(doc::Paragraph{c.wording(Bilingual{
      "Resolutions of earlier meetings that are still open:", "更早会议尚未办结的决议："})});
  blocks.push_back(table_of(c, {meeting, matter, lead, due}, rows));
}

doc::Section last_resolutions(const ReportCase& c, const Meeting& meeting) {
  const Wording& wording = c.wording;
  doc::Section section{
      wording(Bilingual{"What became of the last resolutions", "上次会议决议落实情况"})};
  const auto meetings = last_meetings(c.ledger, *meeting.date);
  std::vector<std::string> names;
  names.reserve(meetings.size());
  for (const auto* m : meetings) names.push_back(wording.meeting(*m->meeting));
  using namespace resolution_columns;
  doc::Table table = table_of(c, {matter, lead, due},
                              agreed_on(c.ledger, meetings, [](const auto&) { return true; }));
  if (meetings.empty())
    section.blocks.push_back(doc::Paragraph{wording(
        Bilingual{"No meeting had been held before.", "此前没有召开过会议，无上次会议决议。"})});
  else if (table.rows.empty())
    section.blocks.push_back(doc::Paragraph{wording(say(
        {"No resolution was made at {}.", "{}没有形成决议。"}, papers::listed(wording, names)))});
  else
    section.blocks = {doc::Paragraph{wording(
                          say({"Resolutions of {}, as of {}:", "{}的决议，截至{}落实情况如下："},
                              papers::listed(wording, names), wording.date(c.as_of)))},
                      std::move(table)};
  add_older(c, meetings, section.blocks);
  return section;
}

// ---- what is asked of the units ---------------------------------------------------------

/// The next meeting, where it comes soon enough to be what these minutes mean: by the end of the
/// interval after theirs. What was put down for later is not announced in them.
const Meeting* next_announced(const ReportCase& c, const MeetingCompliance& m) {
  const Span interval = span_of(*c.book.policy_on(m.date).interval);
  const Date last = SpanOfTime::containing(m.date, interval).next().last();
  return m.next && *m.next->date <= last ? m.next : nullptr;
}

std::string next_meeting_text(const ReportCase& c, const Meeting* next) {
  if (!next)
    return c.wording(
        Bilingual{"The time of the next meeting will be announced.", "下次例会时间另行通知。"});
  return c.wording(
      say({"The next regular meeting: {}; place: {}.", "下次例会定于{}召开，地点：{}。"},
          papers::time_of(c, *next), papers::place_of(c, *next)));
}

std::string reports_text(const ReportCase& c, const MeetingCompliance& m) {
  const bool all = *c.book.policy_on(m.date).reporters == Reporters::all;
  const Bilingual who = all ? Bilingual{"Every member", "各成员单位"}
                            : Bilingual{"Every unit that leads or supports", "各牵头、配合单位"};
  if (m.next && !next_announced(c, m))
    return c.wording(
        say({"{} reports to the office before the next meeting what it did about these "
             "minutes.",
             "{}应于下次例会前将本纪要的落实情况报送{}。"},
            who, papers::office_name(c)));
  return c.wording(say({"{0} reports to the office by {2} what it did about these minutes.",
                        "{0}应于{2}前（含当日）将本纪要的落实情况报送{1}。"},
                       who, papers::office_name(c), papers::deadline_text(c, m)));
}

doc::Section requirements(const ReportCase& c, const MeetingCompliance& m, const Agreed& agreed) {
  doc::Items items{.items = {}, .numbered = true};
  if (!agreed.resolutions().empty()) {
    items.items.push_back(reports_text(c, m));
    items.items.push_back(c.wording(Bilingual{
        "The head of each unit answers for it that what it leads is done in time; a new date or a "
        "new lead needs the conference's approval.",
        "各单位负责人对本单位承担的事项负责，按时限抓好落实；确需调整时限或变更牵头单位的，"
        "提请联席会议同意。"}));
  }
  items.items.push_back(next_meeting_text(c, next_announced(c, m)));
  return {c.wording(Bilingual{"Requirements and the next meeting", "有关要求和下次会议"}),
          {std::move(items)}};
}

// ---- who came, whom it goes to ------------------------------------------------------------

std::string reason_text(const ReportCase& c, const Leave& leave) {
  std::string text(*leave.reason);
  if (leave.approved_by)
    text += c.wording(say({", granted by {}", "，{}批准"}, *leave.approved_by));
  return text;
}

std::string on_leave_text(const ReportCase& c, const MeetingCompliance& m) {
  std::unordered_map<std::string_view, std::string> reasons;
  if (m.meeting->attendance && !c.is_for_the_public())
    for (const Leave& leave : m.meeting->attendance->leave)
      if (leave.unit && leave.reason) reasons.emplace(*leave.unit, reason_text(c, leave));
  std::vector<std::string> names;
  for (const Attending& member : m.members) {
    if (member.presence != Presence::leave) continue;
    std::string name = c.wording.unit(*member.unit);
    if (const auto reason = reasons.find(id_of(*member.unit)); reason != reasons.end())
      name += c.wording(say({" ({})", "（{}）"}, reason->second));
    names.push_back(std::move(name));
  }
  return papers::listed(c.wording, names);
}

/// Who signed in for a unit, with the post; nothing for the public.
std::string signed_in(const ReportCase& c, const Meeting& meeting, const Unit& unit) {
  if (c.is_for_the_public() || !meeting.attendance) return {};
  std::string text;
  for (const Present& present : meeting.attendance->present) {
    if (present.unit.value_or("") != id_of(unit) || (!present.person && !present.post)) continue;
    if (!text.empty()) text += c.wording(Bilingual{"; ", "；"});
    text += present.person.value_or("");
    if (present.person && present.post) text += c.wording(Bilingual{", ", "，"});
    text += present.post.value_or("");
  }
  return text;
}

std::string with_person(const ReportCase& c, const Meeting& meeting, const Unit& unit) {
  const std::string person = signed_in(c, meeting, unit);
  if (person.empty()) return c.wording.unit(unit);
  return c.wording(say({"{} ({})", "{}（{}）"}, c.wording.unit(unit), person));
}

std::string present_text(const ReportCase& c, const MeetingCompliance& m) {
  if (!m.has_sign_in) return c.wording(Bilingual{"no sign-in is on record", "没有签到记录"});
  std::vector<std::string> present;
  for (const Attending& member : m.members)
    if (member.presence == Presence::present)
      present.push_back(with_person(c, *m.meeting, *member.unit));
  return papers::listed(c.wording, present);
}

/// Those named as observers, and whoever signed in without being a member.
std::vector<std::string> observing(const ReportCase& c, const Meeting& meeting) {
  auto names = papers::observers_of(c, meeting);
  if (!meeting.attendance) return names;
  std::unordered_set<std::string> known(names.begin(), names.end());
  for (const Present& present : meeting.attendance->present) {
    const Unit* unit = present.unit ? c.book.unit(*present.unit) : nullptr;
    if (!unit || c.book.is_member(*unit, *meeting.date)) continue;
    if (known.insert(c.wording.unit(*unit)).second) names.push_back(with_person(c, meeting, *unit));
  }
  return names;
}

/// Whether the minutes went, or are to go, to a unit.
bool is_recipient(const ReportCase& c, const Meeting& meeting, const Unit& unit) {
  if (minutes_by(meeting, c.as_of)) return minutes_sent_to(c.book, meeting, unit, c.as_of);
  if (!meeting.minutes || !meeting.minutes->to.given())
    return c.book.is_member(unit, *meeting.date);
  return std::ranges::any_of(meeting.minutes->to, [&](const auto& to) {
    return !id_of(unit).empty() && *to == id_of(unit);
  });
}

doc::Block imprint(const ReportCase& c, Bilingual label, std::string_view text) {
  doc::Block block = papers::labelled(c, label, text);
  std::get<doc::Paragraph>(block).role = doc::Role::imprint;
  return block;
}

/// Members first; copies for whoever else gets them or sat in.
void add_recipients(const ReportCase& c, const Meeting& meeting, std::vector<doc::Block>& blocks) {
  papers::Units members;
  auto copies = observing(c, meeting);
  std::unordered_set<std::string> known(copies.begin(), copies.end());
  for (const Unit* unit : c.book.units_in_order()) {
    if (!is_recipient(c, meeting, *unit)) continue;
    if (c.book.is_member(*unit, *meeting.date))
      members.push_back(unit);
    else if (known.insert(c.wording.unit(*unit)).second)
      copies.push_back(c.wording.unit(*unit));
  }
  blocks.push_back(imprint(c, {"Sent to", "分送"}, papers::listed(c, members)));
  if (!copies.empty())
    blocks.push_back(imprint(c, {"Copies to", "抄送"}, papers::listed(c.wording, copies)));
}

/// Who presided and who kept the record; their names are not for the public.
void add_keepers(const ReportCase& c, const Meeting& meeting, std::vector<doc::Block>& blocks) {
  if (const auto chair = chair_text(c, meeting); !chair.empty())
    blocks.push_back(papers::labelled(c, {"Presiding", "主持"}, chair));
  if (meeting.recorder && !c.is_for_the_public())
    blocks.push_back(papers::labelled(c, {"Record kept by", "记录"}, *meeting.recorder));
  const Minutes* minutes = minutes_by(meeting, c.as_of);
  if (minutes && minutes->signature && minutes->signature->by && !c.is_for_the_public())
    blocks.push_back(papers::labelled(c, {"Signed by", "签发"}, *minutes->signature->by));
}

std::vector<doc::Block> closing(const ReportCase& c, const MeetingCompliance& m) {
  std::vector<doc::Block> blocks{papers::labelled(c, {"Present", "出席"}, present_text(c, m)),
                                 papers::labelled(c, {"On leave", "请假"}, on_leave_text(c, m))};
  if (const auto names = observing(c, *m.meeting); !names.empty())
    blocks.push_back(papers::labelled(c, {"Observing", "列席"}, papers::listed(c.wording, names)));
  add_keepers(c, *m.meeting, blocks);
  const Minutes* minutes = minutes_by(*m.meeting, c.as_of);
  blocks.push_back(papers::signature(c, minutes ? std::optional(*minutes->issued) : std::nullopt));
  add_recipients(c, *m.meeting, blocks);
  return blocks;
}

/// What was said is for the office's own file.
std::vector<doc::Section> enclosures(const ReportCase& c, const Meeting& meeting) {
  if (!meeting.record || c.audience != Audience::office) return {};
  return {{c.wording(Bilingual{"Record of the meeting (for the office)", "会议记录（办公室留存）"}),
           papers::written(*meeting.record)}};
}

/// The day on which the minutes were issued, or had to be: what they tell was known then.
Date day_of(const ReportRequest& request) {
  const Meeting* meeting = request.book.meeting(request.subject);
  if (!meeting || !meeting->date) return request.as_of;
  const Date last = *meeting->date + *request.book.policy_on(*meeting->date).minutes_days;
  const Date issued = meeting->minutes ? meeting->minutes->issued.value_or(last) : last;
  return std::min(request.as_of, issued);
}

bool is_wanted(const ReportRequest& request) {
  const Meeting* meeting = request.book.meeting(request.subject);
  return meeting && is_held(*meeting, request.as_of);
}

/// Below a letterhead the meeting is named; without one the title says whose minutes they are.
std::string title_of(const ReportCase& c, const Meeting& meeting) {
  const Alliance* alliance = c.book.alliance();
  if (!alliance || !alliance->letterhead)
    return c.wording(say({"{}: minutes", "{}会议纪要"}, c.wording.alliance()));
  const std::string title = papers::title_of(c, meeting);
  const bool is_named = title.ends_with("会") || title.ends_with("会议");
  return c.wording(
      say({"Minutes of {}{}", "{}{}"}, title, Bilingual{"", is_named ? "纪要" : "会议纪要"}));
}

Document build(const ReportCase& c) {
  const Meeting* meeting = papers::meeting_of(c);
  if (!meeting) return {.language = c.wording.language(), .title = papers::unknown_subject(c)};
  const auto& meetings = c.ledger.meetings;
  const auto held = std::ranges::find(meetings, meeting, &MeetingCompliance::meeting);
  Document document{.language = c.wording.language(),
                    .title = title_of(c, *meeting),
                    .preface = preface(c, *meeting, held == meetings.end() ? nullptr : &*held)};
  if (held == meetings.end()) return document;
  const Agreed agreed(*meeting);
  document.sections =
      present({last_resolutions(c, *meeting), sections::approved(c, *meeting),
               sections::discussions(c, *meeting), sections::resolved(c, *meeting, agreed),
               sections::held_over(c, *meeting), requirements(c, *held, agreed),
               sections::suggestions(c, *meeting)});
  document.closing = closing(c, *held);
  document.enclosures = enclosures(c, *meeting);
  return document;
}

}  // namespace

}  // namespace lianxi::minutes_report

namespace lianxi::reports {
extern constinit const ReportKind minutes{
    .name = "minutes",
    .title = {"minutes of a meeting", "会议纪要"},
    .doc = {"A meeting's minutes for sending out: what was resolved, who answers for it by when.",
            "供印发的会议纪要：议定事项、牵头单位、完成时限、出席情况和主送单位。"},
    .subject = Subject::meeting,
    .covers = Covers::nothing,
    .build = minutes_report::build,
    .day = minutes_report::day_of,
    .is_wanted = minutes_report::is_wanted};
}  // namespace lianxi::reports
