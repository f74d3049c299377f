#include <algorithm>
#include <fmt/format.h>

#include <lianxi/followup/answers.hpp>
#include <lianxi/records/honors.hpp>
#include <lianxi/records/requests.hpp>
#include <lianxi/records/shares.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/tables/event_rows.hpp>
#include <lianxi/reports/tables/table.hpp>

namespace lianxi {
namespace {

/// How many of the units asked have answered by the as-of day.
std::size_t answered(const ReportCase& c, const Request& request) {
  const auto units = answered_by(request, c.as_of);
  return std::size_t(
      std::ranges::count_if(request.to, [&](const auto& unit) { return units.contains(*unit); }));
}

/// Who answered what by the as-of day.
std::string answers_text(const ReportCase& c, const Request& request) {
  std::string text;
  for (const Answer& answer : request.answers) {
    if (!answer.unit || !answer.date || *answer.date > c.as_of) continue;
    if (!text.empty()) text += "\n";
    text += c.wording.named(*answer.unit) + " " + c.wording.date(answer.date) + " ";
    text += c.wording(answer.accepted.value_or(false) ? Bilingual{"accepted", "接受"}
                                                      : Bilingual{"did not accept", "不接受"});
    if (answer.result) text += c.wording(say({": {}", "：{}"}, *answer.result));
  }
  return text.empty() ? std::string(dash) : text;
}

/// Whom it was put to; to all where nobody is named.
std::string asked_text(const ReportCase& c, const Request& request) {
  if (request.to.empty()) return c.wording(Bilingual{"all units", "各成员单位"});
  return c.wording.all_named(request.to);
}

std::string closed_text(const ReportCase& c, const Request& request) {
  if (request.closed && *request.closed <= c.as_of) return c.wording.date(*request.closed);
  return c.wording(Bilingual{"open", "未办结"});
}

/// Whether a record is of the unit that is asked for; of any where none is.
template <class Record>
bool is_of(const ReportCase& c, const Record& record, const Unit* unit) {
  return !unit || c.book.unit(record.unit.value_or("")) == unit;
}

/// Who has taken it up by the as-of day.
std::string taken_text(const ReportCase& c, const Share& share) {
  std::string text;
  for (const Taking& taking : share.taken) {
    if (!taking.unit || (taking.date && *taking.date > c.as_of)) continue;
    if (!text.empty()) text += "\n";
    text += c.wording.named(*taking.unit);
    if (taking.date) text += c.wording(say({" ({})", "（{}）"}, c.wording.date(taking.date)));
    if (taking.note()) text += c.wording(say({": {}", "：{}"}, *taking.note()));
  }
  return text.empty() ? std::string(dash) : text;
}

/// A line for each that is wanted.
template <class Wanted>
doc::Table table_of_shares(const ReportCase& c, Wanted wanted) {
  const Wording& wording = c.wording;
  doc::Table table{{{wording(Bilingual{"Date", "日期"})},
                    {wording(Bilingual{"Unit", "单位"})},
                    {wording(Bilingual{"Kind", "类型"})},
                    {wording(Bilingual{"Title", "标题"})},
                    {wording(Bilingual{"What it is", "内容"})},
                    {wording(Bilingual{"Taken up by", "认领单位"})}},
                   {}};
  for (const Share* s : dated_within(c.book.shares, c.scope))
    if (wanted(*s))
      table.rows.push_back({wording.date(*s->date), wording.named(s->unit.value_or("")),
                            wording.choice(s->kind), s->title.value_or(dash),
                            s->text.value_or(dash), taken_text(c, *s)});
  drop_empty_columns(table);
  return table;
}

}  // namespace

doc::Table requests_table(const ReportCase& c) {
  const Wording& wording = c.wording;
  doc::Table table{{{wording(Bilingual{"Date", "日期"})},
                    {wording(Bilingual{"From", "提出单位"})},
                    {wording(Bilingual{"To", "协助单位"})},
                    {wording(Bilingual{"Matter", "事项"})},
                    {wording(Bilingual{"Wanted by", "期望时限"})},
                    figures_column(wording(Bilingual{"Answered", "已答复"})),
                    {wording(Bilingual{"Answers", "答复情况"})},
                    {wording(Bilingual{"Closed", "办结"})}},
                   {}};
  for (const Request* r : dated_within(c.book.requests, c.scope))
    table.rows.push_back({wording.date(*r->date), wording.named(r->by.value_or("")),
                          asked_text(c, *r), r->text.value_or(dash), wording.date(r->due),
                          with_thousands(std::int64_t(answered(c, *r))) + " / " +
                              with_thousands(std::int64_t(r->to.size())),
                          answers_text(c, *r), closed_text(c, *r)});
  drop_empty_columns(table);
  return table;
}

doc::Table shares_table(const ReportCase& c, const Unit* by) {
  return table_of_shares(c, [&](const Share& share) { return is_of(c, share, by); });
}

doc::Table shares_table(const ReportCase& c, bool (*wanted)(const Share&)) {
  return table_of_shares(c, wanted);
}

doc::Table honors_table(const ReportCase& c, const Unit* of) {
  const Wording& wording = c.wording;
  doc::Table table{{{wording(Bilingual{"Date", "日期"})},
                    {wording(Bilingual{"Unit", "单位"})},
                    {wording(Bilingual{"Level", "级别"})},
                    {wording(Bilingual{"Honour", "荣誉"})},
                    {wording(Bilingual{"Given to", "授予对象"})}},
                   {}};
  for (const Honor* h : dated_within(c.book.honors, c.scope))
    if (is_of(c, *h, of))
      table.rows.push_back({wording.date(*h->date), wording.named(h->unit.value_or("")),
                            wording.choice(h->level), h->title.value_or(dash),
                            h->to.value_or(dash)});
  return table;
}

std::optional<doc::Section> sections::cooperation(const ReportCase& c) {
  doc::Section section{
      c.wording(Bilingual{"Requests, shared experience, honours", "协作、经验和荣誉"})};
  if (c.figures.requests.records > 0)
    section.sections.push_back(
        {c.wording(Bilingual{"Requests for help", "协作请求"}), {requests_table(c)}});
  if (c.figures.shares > 0)
    section.sections.push_back(
        {c.wording(Bilingual{"Shared experience", "经验信息"}), {shares_table(c)}});
  if (c.figures.honors > 0)
    section.sections.push_back({c.wording(Bilingual{"Honours", "荣誉"}), {honors_table(c)}});
  return section.sections.empty() ? std::nullopt : std::optional(std::move(section));
}

}  // namespace lianxi
