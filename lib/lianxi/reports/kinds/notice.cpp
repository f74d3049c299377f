// The notice of a meeting, with a reply slip and a form for proposing topics.
#include <algorithm>
#include <unordered_map>

#include <lianxi/followup/meeting_papers.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/units.hpp>
#include <lianxi/records/waivers.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/words/papers.hpp>

namespace lianxi::notice_report {
namespace {

/// Whom it goes to: those that the record names, else every member of the meeting's day.
std::string addressees(const ReportCase& c, const Meeting& meeting) {
  if (meeting.notice && !meeting.notice->to.empty()) return c.wording.all_named(meeting.notice->to);
  const auto members = papers::members_on(c.book, *meeting.date);
  return members.empty() ? c.wording(Bilingual{"all members", "各成员单位"})
                         : papers::listed(c, members);
}

std::vector<doc::Block> preface(const ReportCase& c, const Meeting& meeting) {
  std::vector<doc::Block> blocks{
      papers::addressee(c, addressees(c, meeting)),
      doc::Paragraph{
          c.wording(say({"{} will be held on {}. The particulars are as follows.",
                         "现定于{1}召开{0}，有关事项通知如下："},
                        papers::name_beside_day(c, meeting), c.wording.date(*meeting.date)))}};
  if (meeting.reason)
    blocks.push_back(papers::labelled(c, {"Why it is called", "召开事由"}, *meeting.reason));
  return blocks;
}

doc::Section line(const ReportCase& c, Bilingual title, std::string_view text) {
  return {c.wording(title), {doc::Paragraph{text}}};
}

// ---- topics, who attends ------------------------------------------------------------

std::string topic_text(const ReportCase& c, const Topic& topic) {
  std::string text(topic.title.value_or(dash));
  if (topic.by)
    text += c.wording(say({" (put up by {})", "（{}提出）"}, c.wording.named(*topic.by)));
  if (const auto from = topic.from ? c.book.topic(*topic.from) : OfMeeting<Topic>{})
    text +=
        c.wording(say({"; taken up from {}", "，承接{}议题"}, c.wording.meeting(*from.meeting)));
  return text;
}

doc::Section topics(const ReportCase& c, const Meeting& meeting) {
  if (meeting.topics.empty())
    return line(c, {"Topics", "会议议题"},
                c.wording(Bilingual{"Topics are being collected: please use the form below.",
                                    "议题正在征集，请填写所附议题征集表。"}));
  doc::Items items{.items = {}, .numbered = true};
  for (const Topic& topic : meeting.topics) items.items.push_back(topic_text(c, topic));
  return {c.wording(Bilingual{"Topics", "会议议题"}), {items}};
}

doc::Section attendance(const ReportCase& c, const Meeting& meeting) {
  doc::Section section{c.wording(Bilingual{"Who attends", "参会人员"})};
  section.blocks.push_back(doc::Paragraph{c.wording(Bilingual{
      "The head of each unit; where he or she cannot come, somebody who may speak for it.",
      "各单位负责人。本人确实不能到会的，请委托能够代表本单位发表意见的同志参加。"})});
  if (const auto observers = papers::observers_of(c, meeting); !observers.empty())
    section.blocks.push_back(
        papers::labelled(c, {"Observing", "列席"}, papers::listed(c.wording, observers)));
  return section;
}

// ---- what to bring --------------------------------------------------------------------

/// A report that a unit still owes.
struct Owed {
  const MeetingCompliance* meeting;
  const UnitReport* report;
};

/// By unit, then by meeting: what the members of the meeting's day owe on earlier ones.
std::vector<Owed> owed_on(const Compliance& known, const Meeting& meeting) {
  std::vector<Owed> owed;
  for (const MeetingCompliance& m : known.meetings) {
    if (m.date >= *meeting.date) continue;
    for (const UnitReport& r : m.reports)
      if (papers::is_owed(r.status) && known.book.is_member(*r.unit, *meeting.date))
        owed.push_back({&m, &r});
  }
  return owed;
}

/// Sorts by the order of the units without looking each of them up in it.
void sort_by_unit(const Book& book, std::vector<Owed>& owed) {
  std::unordered_map<const Unit*, std::size_t> rank;
  for (const Unit* unit : book.units_in_order()) rank.emplace(unit, rank.size());
  std::ranges::stable_sort(owed, {}, [&](const Owed& o) { return rank[o.report->unit]; });
}

std::string status_text(const Wording& wording, const Waived& waived, const Owed& o) {
  const std::string status = wording(o.report->status);
  return papers::is_waived(waived, *o.meeting, *o.report) ? marked_as_waived(wording, status)
                                                          : status;
}

doc::Section to_bring(const ReportCase& c, const Meeting& meeting) {
  const Wording& wording = c.wording;
  auto owed = owed_on(c.ledger, meeting);
  if (owed.empty())
    return line(c, {"What to bring", "报送材料"},
                wording(Bilingual{"No report on earlier minutes is outstanding.",
                                  "各单位没有尚未报送的纪要落实报告。"}));
  sort_by_unit(c.book, owed);
  doc::Table table{{{wording(Bilingual{"Unit", "单位"})},
                    {wording(Bilingual{"Report on the minutes of", "应报落实报告（会议纪要）"})},
                    {wording(Bilingual{"Due", "报送时限"})},
                    {wording(Bilingual{"Status", "状态"})}},
                   {}};
  const Waived waived(c.book, c.as_of);
  for (const Owed& o : owed)
    table.rows.push_back({wording.unit(*o.report->unit), wording.meeting(*o.meeting->meeting),
                          papers::deadline_text(c, *o.meeting), status_text(wording, waived, o)});
  const doc::Paragraph opening{wording(Bilingual{
      "These reports on earlier minutes are outstanding. Please hand them in when they "
      "are due, and those that are missing by the meeting at the latest.",
      "下列会议纪要落实报告尚未报送。未到期的请按时限报送，逾期未报的请最迟于会前补报。"})};
  return {wording(Bilingual{"What to bring", "报送材料"}), {opening, std::move(table)}};
}

// ---- leave, contact ---------------------------------------------------------------------

doc::Section leave(const ReportCase& c) {
  return line(
      c, {"Asking for leave", "请假办法"},
      c.wording(say({"A unit that can send nobody asks the office for leave before the meeting, in "
                     "writing and with its reason. Who neither comes nor asks counts as "
                     "absent.",
                     "不能派员参加的，请于会前向{}书面请假并说明事由；"
                     "未请假又未到会的，按缺席登记。"},
                    papers::office_name(c))));
}

std::optional<doc::Section> contact(const ReportCase& c) {
  const Unit* office = papers::office_of(c);
  if (!office || c.is_for_the_public()) return std::nullopt;
  doc::Prose text(c.wording.full_name(*office));
  if (office->contact) {
    text += c.wording(Bilingual{": ", "，"});
    text += doc::Prose::contact(*office->contact);
  }
  if (office->liaison) text += c.wording(say({"; liaison: {}", "；联络员：{}"}, *office->liaison));
  return doc::Section{c.wording(Bilingual{"Contact", "联系方式"}), {doc::Paragraph{text}}};
}

// ---- forms --------------------------------------------------------------------------------

/// Empty rows under columns for the pen.
doc::Table form(const ReportCase& c, std::initializer_list<Bilingual> titles, int rows) {
  doc::Table table;
  for (const Bilingual title : titles)
    table.columns.push_back({c.wording(title), doc::Align::left, true});
  table.rows.assign(std::size_t(rows), std::vector<doc::Prose>(titles.size()));
  return table;
}

std::vector<doc::Block> closing(const ReportCase& c, const Meeting& meeting) {
  const Notice* notice = notice_by(meeting, c.as_of);
  std::vector<doc::Block> blocks{
      papers::signature(c, notice ? std::optional(*notice->date) : std::nullopt)};
  if (const auto observers = papers::observers_of(c, meeting); !observers.empty())
    blocks.push_back(
        papers::labelled(c, {"Copies to", "抄送"}, papers::listed(c.wording, observers)));
  return blocks;
}

std::vector<doc::Section> forms(const ReportCase& c) {
  const doc::Paragraph both{c.wording(
      say({"Please return both to the office before the meeting.", "以上两表请于会前报送{}。"},
          papers::office_name(c)))};
  return {{c.wording(Bilingual{"Reply slip", "会议回执"}),
           {form(c,
                 {{"Unit", "单位"},
                  {"Attending (name, post)", "参会人员（姓名、职务）"},
                  {"Telephone", "联系电话"},
                  {"On leave, reason", "请假及事由"},
                  {"Remarks", "备注"}},
                 1)}},
          {c.wording(Bilingual{"Proposing topics", "议题征集表"}),
           {form(c,
                 {{"Put up by", "提出单位"},
                  {"Topic", "议题"},
                  {"Why, and what is proposed", "提出理由和建议"},
                  {"Units concerned", "涉及单位"}},
                 3),
            both}}};
}

// ---- a meeting that does not take place -------------------------------------------------

const Meeting* recorded(const Book& book, std::string_view id) {
  const Meeting* meeting = book.meeting(id);
  return meeting && meeting->date ? meeting : nullptr;
}

/// The meeting of its kind that takes its place, as far as it is known by then: the next one up
/// to the end of the interval that follows.
const Meeting* held_instead(const ReportCase& c, const Meeting& cancelled) {
  const Span interval = span_of(*c.book.policy_on(*cancelled.date).interval);
  const Date last = SpanOfTime::containing(*cancelled.date, interval).next().last();
  const Meeting* next = nullptr;
  for (const Meeting& meeting : c.book.meetings) {
    if (!is_known(meeting, c.as_of) || !meeting.kind || !cancelled.kind ||
        *meeting.kind != *cancelled.kind)
      continue;
    if (*meeting.date <= *cancelled.date || *meeting.date > last) continue;
    if (!next || *meeting.date < *next->date) next = &meeting;
  }
  return next;
}

std::string cancellation_text(const ReportCase& c, const Meeting& meeting, const Meeting* instead) {
  const Wording& wording = c.wording;
  std::string text =
      wording(say({"{}, announced for {}, does not take place then", "原定于{1}召开的{0}"},
                  papers::name_beside_day(c, meeting), papers::time_of(c, meeting)));
  text += wording(say({" ({})", "，因{}，"}, *meeting.cancelled));
  if (!instead) return text + wording(Bilingual{".", "取消召开。"});
  return text + wording(say({". It is put off to {}; place: {}.", "推迟至{}召开，地点：{}。"},
                            papers::time_of(c, *instead), papers::place_of(c, *instead)));
}

Document cancellation(const ReportCase& c, const Meeting& meeting) {
  const Meeting* instead = held_instead(c, meeting);
  const Phrase<std::string> title =
      instead ? Phrase<std::string>{"Notice: {} is put off", "关于推迟召开{}的通知"}
              : Phrase<std::string>{"Notice: {} is cancelled", "关于取消召开{}的通知"};
  const std::optional<Date> day =
      meeting.cancelled_on ? std::optional(*meeting.cancelled_on) : std::nullopt;
  return {.language = c.wording.language(),
          .title = c.wording(say(title, papers::title_of(c, meeting))),
          .preface = {papers::addressee(c, addressees(c, meeting)),
                      doc::Paragraph{cancellation_text(c, meeting, instead)},
                      doc::Paragraph{c.wording(Bilingual{
                          "The notice that went out before is void. What was to be reported by "
                          "then remains to be reported.",
                          "此前印发的会议通知同时作废，应报送的材料仍请按要求报送。"})}},
          .closing = {papers::signature(c, day)}};
}

/// The day it was given; of a meeting that was cancelled since, the day of that.
Date day_of(const ReportRequest& request) {
  const Meeting* meeting = recorded(request.book, request.subject);
  if (!meeting) return request.as_of;
  if (!counts(*meeting, request.as_of))
    return std::min(request.as_of, meeting->cancelled_on.value_or(*meeting->date));
  const bool given = meeting->notice && meeting->notice->date;
  return std::min(request.as_of, given ? *meeting->notice->date : *meeting->date);
}

/// A meeting that is known; or one that is cancelled, where the notice had gone out.
bool is_wanted(const ReportRequest& request) {
  const Meeting* meeting = recorded(request.book, request.subject);
  if (!meeting) return false;
  if (counts(*meeting, request.as_of)) return is_known(*meeting, request.as_of);
  const Date last = meeting->cancelled_on.value_or(*meeting->date);
  return meeting->cancelled && notice_by(*meeting, std::min(last, request.as_of));
}

Document build(const ReportCase& c) {
  const Meeting* cancelled = recorded(c.book, c.subject);
  if (cancelled && cancelled->cancelled && !counts(*cancelled, c.as_of))
    return cancellation(c, *cancelled);
  const Meeting* meeting = papers::meeting_of(c);
  if (!meeting) return {.language = c.wording.language(), .title = papers::unknown_subject(c)};
  return {
      .language = c.wording.language(),
      .title = c.wording(say({"Notice: {}", "关于召开{}的通知"}, papers::title_of(c, *meeting))),
      .preface = preface(c, *meeting),
      .sections = present({line(c, {"Time", "会议时间"}, papers::time_of(c, *meeting)),
                           line(c, {"Place", "会议地点"}, papers::place_of(c, *meeting)),
                           topics(c, *meeting), attendance(c, *meeting), to_bring(c, *meeting),
                           leave(c), contact(c)}),
      .closing = closing(c, *meeting),
      .enclosures = forms(c)};
}

}  // namespace

}  // namespace lianxi::notice_report

namespace lianxi::reports {
extern constinit const ReportKind notice{
    .name = "notice",
    .title = {"notice of a meeting", "会议通知"},
    .doc = {"A meeting's time, place, topics and what to bring, with reply slip and topic form.",
            "会议时间、地点、议题和报送材料，附回执和议题征集表。"},
    .subject = Subject::meeting,
    .covers = Covers::nothing,
    .build = notice_report::build,
    .day = notice_report::day_of,
    .is_wanted = notice_report::is_wanted};
}  // namespace lianxi::reports
