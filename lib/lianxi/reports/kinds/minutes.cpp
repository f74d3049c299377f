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

std::string facts_in_english(const ReportCase& c, const Meeting& meeting, bool held) {
  std::string text = papers::title_of(c, meeting);
  text += (held ? " was held on " : " is to be held on ") + papers::time_of(c, meeting);
  if (meeting.place) text += ", at " + std::string(*meeting.place);
  if (meeting.chair) text += ", with " + c.wording.named(*meeting.chair) + " in the chair";
  return text + ".";
}

std::string facts_in_chinese(const ReportCase& c, const Meeting& meeting, bool held) {
  std::string text = papers::time_of(c, meeting) + "，" + papers::title_of(c, meeting);
  if (!held) text += "定于";
  if (meeting.place) text += "在" + std::string(*meeting.place);
  text += "召开";
  if (meeting.chair) text += "，由" + c.wording.named(*meeting.chair) + "主持";
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
  const bool to_come = meeting.minutes && meeting.minutes->issued &&
                       !minutes_by(meeting, c.as_of);  // its number is not known yet either
  if (meeting.minutes && meeting.minutes->number && !to_come)
    blocks.push_back(doc::Paragraph{*meeting.minutes->number, doc::Align::center});
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

/// What was agreed on at those meetings, in their order.
doc::Table table_of_last(const ReportCase& c, const Compliance& known,
                         const std::vector<const MeetingCompliance*>& meetings) {
  const ResolutionColumn columns[] = {resolution_columns::matter, resolution_columns::lead,
                                      resolution_columns::due};
  std::unordered_map<const Meeting*, Agreed> agreed;
  for (const auto* m : meetings) agreed.emplace(m->meeting, *m->meeting);
  const auto rows = resolutions_of(known, [&](const ResolutionCompliance& r) {
    const auto at = agreed.find(r.meeting);
    return at != agreed.end() && at->second.contains(*r.resolution);
  });
  doc::Table table = table_of(c, columns, rows);
  table.columns.push_back(titled(c.wording, {"How it stands", "落实情况"}));
  for (std::size_t i = 0; i < rows.size(); ++i)
    table.rows[i].push_back(outcome_text(c, *rows[i], known.as_of));
  return table;
}

doc::Section last_resolutions(const ReportCase& c, const Compliance& known,
                              const Meeting& meeting) {
  const Wording& wording = c.wording;
  doc::Section section{
      wording(Bilingual{"What became of the last resolutions", "上次会议决议落实情况"})};
  const auto meetings = last_meetings(known, *meeting.date);
  std::vector<std::string> names;
  for (const auto* m : meetings) names.push_back(wording.meeting(*m->meeting));
  doc::Table table = table_of_last(c, known, meetings);
  if (meetings.empty())
    section.blocks.push_back(doc::Paragraph{wording(
        Bilingual{"No meeting had been held before.", "此前没有召开过会议，无上次会议决议。"})});
  else if (table.rows.empty())
    section.blocks.push_back(doc::Paragraph{wording(say(
        {"No resolution was made at {}.", "{}没有形成决议。"}, papers::listed(wording, names)))});
  else
    section.blocks = {doc::Paragraph{wording(
                          say({"Resolutions of {}, as of {}:", "{}的决议，截至{}落实情况如下："},
                              papers::listed(wording, names), wording.date(known.as_of)))},
                      std::move(table)};
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

std::string on_leave_text(const ReportCase& c, const MeetingCompliance& m) {
  std::unordered_map<std::string_view, std::string_view> reasons;
  if (m.meeting->attendance && !c.is_for_the_public())
    for (const Leave& leave : m.meeting->attendance->leave)
      if (leave.unit && leave.reason) reasons.emplace(*leave.unit, *leave.reason);
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

std::string present_text(const ReportCase& c, const MeetingCompliance& m) {
  if (!m.has_sign_in) return c.wording(Bilingual{"no sign-in is on record", "没有签到记录"});
  papers::Units present;
  for (const Attending& member : m.members)
    if (member.presence == Presence::present) present.push_back(member.unit);
  return papers::listed(c, present);
}

/// Those named as observers, and whoever signed in without being a member.
std::vector<std::string> observing(const ReportCase& c, const Meeting& meeting) {
  auto names = papers::observers_of(c, meeting);
  if (!meeting.attendance) return names;
  std::unordered_set<std::string> known(names.begin(), names.end());
  for (const Present& present : meeting.attendance->present) {
    const Unit* unit = present.unit ? c.book.unit(*present.unit) : nullptr;
    if (!unit || c.book.is_member(*unit, *meeting.date)) continue;
    if (known.insert(c.wording.unit(*unit)).second) names.push_back(c.wording.unit(*unit));
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
  blocks.push_back(papers::labelled(c, {"Sent to", "主送"}, papers::listed(c, members)));
  if (!copies.empty())
    blocks.push_back(papers::labelled(c, {"Copies to", "抄送"}, papers::listed(c.wording, copies)));
}

std::vector<doc::Block> closing(const ReportCase& c, const MeetingCompliance& m) {
  std::vector<doc::Block> blocks{papers::labelled(c, {"Present", "出席"}, present_text(c, m)),
                                 papers::labelled(c, {"On leave", "请假"}, on_leave_text(c, m))};
  if (const auto names = observing(c, *m.meeting); !names.empty())
    blocks.push_back(papers::labelled(c, {"Observing", "列席"}, papers::listed(c.wording, names)));
  const Minutes* minutes = minutes_by(*m.meeting, c.as_of);
  blocks.push_back(papers::signature(c, minutes ? std::optional(*minutes->issued) : std::nullopt));
  add_recipients(c, *m.meeting, blocks);
  return blocks;
}

Document build(const ReportRequest& request) {
  const ReportCase c(request);
  const Meeting* meeting = papers::meeting_of(c);
  if (!meeting) return {.language = request.language, .title = papers::unknown_subject(c)};
  const Compliance known = papers::known_on(c, papers::day_of_paper(c, *meeting));
  const auto held = std::ranges::find(known.meetings, meeting, &MeetingCompliance::meeting);
  Document document{
      .language = request.language,
      .title = c.wording(say({"{}: minutes", "{}会议纪要"}, c.wording.alliance())),
      .preface = preface(c, *meeting, held == known.meetings.end() ? nullptr : &*held),
      .provenance = sections::provenance(c)};
  if (held == known.meetings.end()) return document;
  const Agreed agreed(*meeting);
  document.sections =
      present({last_resolutions(c, known, *meeting), sections::resolved(c, *meeting, agreed),
               sections::held_over(c, *meeting), requirements(c, *held, agreed)});
  document.closing = closing(c, *held);
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
    .build = minutes_report::build};
}  // namespace lianxi::reports
