// The sheet that lies at the door of a meeting.
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/waivers.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/words/papers.hpp>

namespace lianxi::sign_in_report {
namespace {

/// A numbered row for each name, the rest to be filled in by hand.
doc::Table sheet(const ReportCase& c, const std::vector<std::string>& names) {
  const Wording& wording = c.wording;
  const auto for_pen = [&](Bilingual title) {
    return doc::Column{wording(title), doc::Align::left, true};
  };
  doc::Table table{{figures_column(wording(Bilingual{"No.", "序号"})),
                    {wording(Bilingual{"Unit", "单位"})},
                    for_pen({"Name", "姓名"}),
                    for_pen({"Signature", "签名"}),
                    for_pen({"Time", "签到时间"})},
                   {}};
  std::int64_t row = 0;
  for (const std::string& name : names) table.rows.push_back({number(++row), name, {}, {}, {}});
  return table;
}

std::vector<doc::Section> sheets(const ReportCase& c, const Meeting& meeting) {
  std::vector<std::string> members;
  for (const Unit* unit : papers::members_on(c.book, *meeting.date))
    members.push_back(c.wording.unit(*unit));
  doc::Section of_members{c.wording(Bilingual{"Members", "成员单位"})};
  if (members.empty())
    of_members.blocks.push_back(doc::Paragraph{c.wording(
        Bilingual{"No unit is a member on the meeting's day.", "会议当日没有成员单位。"})});
  else
    of_members.blocks.push_back(sheet(c, members));
  std::vector<doc::Section> all{std::move(of_members)};
  if (const auto observers = papers::observers_of(c, meeting); !observers.empty())
    all.push_back({c.wording(Bilingual{"Observers", "列席"}), {sheet(c, observers)}});
  return all;
}

/// What is counted by hand once everybody is there.
doc::Block count_of_heads(const ReportCase& c, const Meeting& meeting) {
  const auto members = papers::members_on(c.book, *meeting.date).size();
  return doc::Paragraph{
      c.wording(say({"Members: {}. Present: ____  On leave: ____  Absent: ____  Recorder: ________",
                     "应到成员单位{}家，实到____家，请假____家，缺席____家。记录人：________"},
                    members))};
}

bool is_wanted(const ReportRequest& request) {
  const Meeting* meeting = request.book.meeting(request.subject);
  return meeting && is_known(*meeting, request.as_of);
}

Document build(const ReportCase& c) {
  const Meeting* meeting = papers::meeting_of(c);
  if (!meeting) return {.language = c.wording.language(), .title = papers::unknown_subject(c)};
  return {.language = c.wording.language(),
          .title = c.wording(say({"Sign-in: {}", "{}签到表"}, papers::title_of(c, *meeting))),
          .preface = {papers::labelled(c, {"Time", "时间"}, papers::time_of(c, *meeting)),
                      papers::labelled(c, {"Place", "地点"}, papers::place_of(c, *meeting))},
          .sections = sheets(c, *meeting),
          .closing = {count_of_heads(c, *meeting)}};
}

}  // namespace

}  // namespace lianxi::sign_in_report

namespace lianxi::reports {
extern constinit const ReportKind sign_in{
    .name = "sign-in",
    .title = {"sign-in sheet", "签到表"},
    .doc = {"A sheet to print for a meeting: all members, with room for names and signatures.",
            "供打印的会议签到表：列出全部成员单位，姓名、签名和时间留空。"},
    .subject = Subject::meeting,
    .covers = Covers::nothing,
    .build = sign_in_report::build,
    .day = papers::day_of_meeting,
    .is_wanted = sign_in_report::is_wanted};
}  // namespace lianxi::reports
