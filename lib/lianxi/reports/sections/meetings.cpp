#include <lianxi/book/book.hpp>
#include <lianxi/followup/meeting_papers.hpp>
#include <lianxi/followup/settled_suggestions.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/tables/suggestion_rows.hpp>
#include <lianxi/reports/tables/table.hpp>
#include <lianxi/reports/words/papers.hpp>

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
  doc::Bars bars{say_in(Bilingual{"Members present", "各次会议出席单位"}), {}};
  for (const MeetingCompliance& m : c.current.meetings) {
    table.rows.push_back(row(c, m));
    if (m.has_sign_in) bars.bars.push_back({c.wording.date(m.date), m.present});
  }
  if (bars.bars.size() > 1) table.chart = std::move(bars);
  return table;
}

/// Meetings of the period that were called off, with the reason.
std::optional<doc::Section> called_off(const ReportCase& c) {
  doc::Table table{
      {titled(c.wording, {"Was to be held on", "原定日期"}), titled(c.wording, {"Meeting", "会议"}),
       titled(c.wording, {"Reason", "取消原因"})},
      {}};
  for (const Meeting* meeting : dated_within(c.book.meetings, c.scope))
    if (meeting->cancelled && !counts(*meeting, c.as_of))
      table.rows.push_back({c.wording.date(meeting->date), papers::name_beside_day(c, *meeting),
                            *meeting->cancelled});
  if (table.rows.empty()) return std::nullopt;
  return doc::Section{c.wording(Bilingual{"Called off", "取消的会议"}), {std::move(table)}};
}

struct SuggestionRow {
  const Meeting* meeting;
  const Suggestion* suggestion;
};

/// Made in the period, settled in it, or still open at its end.
bool is_told(const ReportCase& c, const Meeting& meeting, const Suggestion& s) {
  if (!is_held(meeting, c.as_of) || *meeting.date > c.scope.to) return false;
  const Date made = s.date.value_or(*meeting.date);
  return c.scope.contains(made) || is_within(s.settled, c.scope) || is_open_on(s, c.scope.to);
}

std::vector<SuggestionRow> suggestions_told(const ReportCase& c) {
  std::vector<SuggestionRow> rows;
  for (const MeetingCompliance& m : c.ledger.meetings)
    for (const Suggestion& suggestion : m.meeting->suggestions)
      if (is_told(c, *m.meeting, suggestion)) rows.push_back({m.meeting, &suggestion});
  return rows;
}

using SuggestionCell = const SuggestionRow&;
constexpr ColumnOf<SuggestionRow> suggestion_columns[] = {
    {{"Made at", "提出会议"},
     [](const ReportCase& c, SuggestionCell r) -> doc::Prose {
       return c.wording.meeting(*r.meeting);
     }},
    {{"By", "提出单位"},
     [](const ReportCase& c, SuggestionCell r) -> doc::Prose {
       return c.wording.named(r.suggestion->by.value_or(""));
     }},
    {{"Suggestion", "意见建议"},
     [](const ReportCase&, SuggestionCell r) -> doc::Prose {
       return r.suggestion->text.value_or(dash);
     }},
    {{"Handled by", "承办单位"},
     [](const ReportCase& c, SuggestionCell r) -> doc::Prose {
       return c.wording.named(r.suggestion->handler.value_or(""));
     }},
    {{"Outcome", "办理情况"},
     [](const ReportCase& c, SuggestionCell r) -> doc::Prose {
       return outcome_text(c, *r.suggestion);
     }},
    {{"Answer", "答复"}, [](const ReportCase& c, SuggestionCell r) -> doc::Prose {
       return is_answered(c, *r.suggestion) ? *r.suggestion->reply : dash;
     }}};

std::optional<doc::Section> suggestions_handled(const ReportCase& c) {
  const auto rows = suggestions_told(c);
  if (rows.empty()) return std::nullopt;
  doc::Table table = table_of(c, suggestion_columns, rows);
  drop_empty_columns(table);
  return doc::Section{c.wording(Bilingual{"Suggestions", "意见建议办理"}), {std::move(table)}};
}

}  // namespace

doc::Section sections::meetings(const ReportCase& c) {
  doc::Section section{c.wording(Bilingual{"Meetings", "会议情况"})};
  if (c.current.meetings.empty())
    section.blocks.push_back(doc::Paragraph{
        c.wording(say({"No meeting was held {}.", "{}没有召开会议。"}, c.this_period()))});
  else
    section.blocks.push_back(table_of(c));
  section.sections = present({called_off(c), suggestions_handled(c)});
  return section;
}

}  // namespace lianxi
