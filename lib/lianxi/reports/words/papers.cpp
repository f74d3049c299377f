#include <fmt/format.h>
#include <unordered_set>

#include <lianxi/book/unit_ids.hpp>
#include <lianxi/followup/record_names.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/waivers.hpp>
#include <lianxi/reports/words/papers.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::papers {

// ---- whom and what they are about ---------------------------------------------------

const Meeting* meeting_of(const ReportCase& c) {
  for (const Meeting& meeting : c.book.meetings)
    if (counts(meeting, c.as_of) && *meeting.id == c.subject) return &meeting;
  return nullptr;
}

const Unit* unit_of(const ReportCase& c) { return c.book.unit(c.subject); }

std::string title_of(const ReportCase& c, const Meeting& meeting) {
  if (meeting.title) return std::string(*meeting.title);
  const std::string kind =
      meeting.kind ? c.wording.kind(meeting) : c.wording(Bilingual{"meeting", "会议"});
  return c.wording(say({"{}, {} of {}", "{0}{2}{1}"}, c.wording.alliance(), kind,
                       c.wording.date(*meeting.date)));
}

std::string name_beside_day(const ReportCase& c, const Meeting& meeting) {
  if (meeting.title) return std::string(*meeting.title);
  const std::string kind =
      meeting.kind ? c.wording.kind(meeting) : c.wording(Bilingual{"meeting", "会议"});
  return c.wording(say({"The {1} of {0}", "{}{}"}, c.wording.alliance(), kind));
}

doc::Prose unknown_subject(const ReportCase& c) {
  return c.wording(say({"{}: nothing with the id {}", "{}：没有编号为{}的记录"},
                       c.wording.alliance(), c.subject));
}

static std::string weekday_of(const Wording& wording, Date day) {
  constexpr Bilingual names[] = {
      {"Sunday", "星期日"},   {"Monday", "星期一"}, {"Tuesday", "星期二"}, {"Wednesday", "星期三"},
      {"Thursday", "星期四"}, {"Friday", "星期五"}, {"Saturday", "星期六"}};
  return wording(names[day.weekday()]);
}

std::string time_of(const ReportCase& c, const Meeting& meeting) {
  const Date day = *meeting.date;
  const std::string time = meeting.time ? iso(*meeting.time) : "";
  const std::string text =
      c.wording(say({"{} ({})", "{}（{}）"}, c.wording.date(day), weekday_of(c.wording, day)));
  if (time.empty()) return text;
  return text + c.wording(say({", {}", "{}"}, time));
}

std::string place_of(const ReportCase& c, const Meeting& meeting) {
  if (meeting.place) return std::string(*meeting.place);
  return c.wording(Bilingual{"to be announced", "另行通知"});
}

// ---- who ------------------------------------------------------------------------------

Units members_on(const Book& book, Date day) {
  Units members;
  for (const Unit* unit : book.units_in_order())
    if (book.is_member(*unit, day)) members.push_back(unit);
  return members;
}

std::vector<std::string> observers_of(const ReportCase& c, const Meeting& meeting) {
  std::vector<std::string> names;
  std::unordered_set<std::string> known;
  for (const auto& observer : meeting.observers)
    if (std::string name = c.wording.named(*observer); known.insert(name).second)
      names.push_back(std::move(name));
  return names;
}

std::string listed(const Wording& wording, const std::vector<std::string>& names) {
  if (names.empty()) return wording(Bilingual{"none", "无"});
  const std::string comma = wording(Bilingual{", ", "、"});
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : comma) + name;
  return text;
}

std::string listed(const ReportCase& c, const Units& units) {
  std::vector<std::string> names;
  for (const Unit* unit : units) names.push_back(c.wording.unit(*unit));
  return listed(c.wording, names);
}

doc::Block addressee(const ReportCase& c, std::string_view whom) {
  return doc::Paragraph{c.wording(say({"To: {}", "{}："}, whom)), doc::Align::left,
                        doc::Role::addressee};
}

doc::Block labelled(const ReportCase& c, Bilingual label, std::string_view text) {
  doc::Prose prose = doc::Prose::strong(c.wording(say({"{}: ", "{}："}, label)));
  prose += text;
  return doc::Paragraph{prose};
}

// ---- what was known -------------------------------------------------------------------

Date day_of_meeting(const ReportRequest& request) {
  const Meeting* meeting = request.book.meeting(request.subject);
  return meeting && meeting->date ? std::min(request.as_of, *meeting->date) : request.as_of;
}

Date day_it_is_made(const ReportRequest& request) { return request.as_of; }

bool is_owed(ReportStatus status) {
  return status == ReportStatus::pending || status == ReportStatus::missing;
}

bool is_waived(const Waived& waived, const MeetingCompliance& m, const UnitReport& report) {
  return report.status == ReportStatus::missing && !id_of(*report.unit).empty() &&
         waived.contains(rule_names::report_missing,
                         name_of_unit_in(*m.meeting, id_of(*report.unit)));
}

std::string deadline_text(const ReportCase& c, const MeetingCompliance& m) {
  const std::string day = c.wording.date(m.deadline);
  return m.provisional ? c.wording(say({"{} (provisional)", "{}（暂定）"}, day)) : day;
}

// ---- who signs --------------------------------------------------------------------------

const Unit* office_of(const ReportCase& c) {
  const Alliance* alliance = c.book.alliance();
  return alliance && alliance->office ? c.book.unit(*alliance->office) : nullptr;
}

std::string office_name(const ReportCase& c) {
  return c.wording(say({"Office of {}", "{}办公室"}, c.wording.alliance()));
}

doc::Block signature(const ReportCase& c, std::optional<Date> day) {
  std::string text = office_name(c) + "\n";
  if (const Unit* office = office_of(c))
    text += c.wording(say({"({})\n", "（{}）\n"}, c.wording.full_name(*office)));
  text += day ? c.wording.date(*day) : c.wording(Bilingual{"Date: ________", "____年__月__日"});
  return doc::Paragraph{text, doc::Align::right};
}

std::string days_left(const ReportCase& c, std::optional<Date> due) {
  if (!due) return std::string(dash);
  const int days = *due - c.as_of;
  if (days == 0) return c.wording(Bilingual{"due today", "今日到期"});
  const std::string number = with_thousands(days < 0 ? -days : days);
  if (days < 0) return c.wording(say({"overdue for {} days", "逾期{}天"}, number));
  return c.wording(say({"{} days left", "还有{}天"}, number));
}

}  // namespace lianxi::papers
