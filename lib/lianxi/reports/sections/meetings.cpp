#include <lianxi/followup/meeting_papers.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/reports/sections/sections.hpp>

namespace lianxi {
namespace {

/// How many days after the meeting its minutes were issued.
std::string minutes_after(const ReportCase& c, const MeetingCompliance& m) {
  const Minutes* minutes = minutes_by(*m.meeting, c.as_of);
  if (!minutes) return c.wording(Bilingual{"not issued", "未印发"});
  return with_thousands(*minutes->issued - m.date);
}

std::vector<doc::Prose> row(const ReportCase& c, const MeetingCompliance& m) {
  const auto known = [&](int count) { return m.has_sign_in ? number(count) : doc::Prose(dash); };
  const std::string members = with_thousands(std::int64_t(m.members.size()));
  return {c.wording.date(m.date),
          c.wording.kind(*m.meeting),
          m.meeting->place.value_or(dash),
          (m.has_sign_in ? with_thousands(m.present) : std::string(dash)) + " / " + members,
          known(m.leave),
          known(m.absent),
          number(std::int64_t(m.meeting->resolutions.size())),
          minutes_after(c, m)};
}

doc::Table table_of(const ReportCase& c) {
  const Wording& say_in = c.wording;
  doc::Table table{{{say_in(Bilingual{"Date", "日期"})},
                    {say_in(Bilingual{"Kind", "类型"})},
                    {say_in(Bilingual{"Place", "地点"})},
                    figures_column(say_in(Bilingual{"Present / members", "出席/成员"})),
                    figures_column(say_in(Bilingual{"On leave", "请假"})),
                    figures_column(say_in(Bilingual{"Absent", "缺席"})),
                    figures_column(say_in(Bilingual{"Resolutions", "决议"})),
                    figures_column(say_in(Bilingual{"Minutes after (days)", "纪要（会后天数）"}))},
                   {}};
  for (const MeetingCompliance& m : c.current.meetings) table.rows.push_back(row(c, m));
  return table;
}

}  // namespace

doc::Section sections::meetings(const ReportCase& c) {
  doc::Section section{c.wording(Bilingual{"Meetings", "会议情况"})};
  if (c.current.meetings.empty())
    section.blocks.push_back(doc::Paragraph{
        c.wording(say({"No meeting was held {}.", "{}没有召开会议。"}, c.this_period()))});
  else
    section.blocks.push_back(table_of(c));
  return section;
}

}  // namespace lianxi
