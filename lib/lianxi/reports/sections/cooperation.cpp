#include <algorithm>
#include <fmt/format.h>

#include <lianxi/followup/answers.hpp>
#include <lianxi/records/honors.hpp>
#include <lianxi/records/requests.hpp>
#include <lianxi/records/shares.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/tables/event_rows.hpp>

namespace lianxi {
namespace {

/// How many of the units asked have answered by the as-of day.
std::size_t answered(const ReportCase& c, const Request& request) {
  const auto units = answered_by(request, c.as_of);
  return std::size_t(
      std::ranges::count_if(request.to, [&](const auto& unit) { return units.contains(*unit); }));
}

std::string closed_text(const ReportCase& c, const Request& request) {
  if (request.closed && *request.closed <= c.as_of) return c.wording.date(*request.closed);
  return c.wording(Bilingual{"open", "未办结"});
}

doc::Section requests(const ReportCase& c) {
  const Wording& wording = c.wording;
  doc::Table table{{{wording(Bilingual{"Date", "日期"})},
                    {wording(Bilingual{"From", "提出单位"})},
                    {wording(Bilingual{"To", "协助单位"})},
                    {wording(Bilingual{"Matter", "事项"})},
                    {wording(Bilingual{"Wanted by", "期望时限"})},
                    figures_column(wording(Bilingual{"Answers", "答复"})),
                    {wording(Bilingual{"Closed", "办结"})}},
                   {}};
  for (const Request* r : dated_within(c.book.requests, c.scope))
    table.rows.push_back({wording.date(*r->date), wording.named(r->by.value_or("")),
                          wording.all_named(r->to), r->text.value_or(dash), wording.date(r->due),
                          with_thousands(std::int64_t(answered(c, *r))) + " / " +
                              with_thousands(std::int64_t(r->to.size())),
                          closed_text(c, *r)});
  return {wording(Bilingual{"Requests for help", "协作请求"}), {std::move(table)}};
}

/// Whether a record is of the unit that is asked for; of any where none is.
template <class Record>
bool is_of(const ReportCase& c, const Record& record, const Unit* unit) {
  return !unit || c.book.unit(record.unit.value_or("")) == unit;
}

}  // namespace

doc::Table shares_table(const ReportCase& c, const Unit* by) {
  const Wording& wording = c.wording;
  doc::Table table{{{wording(Bilingual{"Date", "日期"})},
                    {wording(Bilingual{"Unit", "单位"})},
                    {wording(Bilingual{"Kind", "类型"})},
                    {wording(Bilingual{"Title", "标题"})}},
                   {}};
  for (const Share* s : dated_within(c.book.shares, c.scope))
    if (is_of(c, *s, by))
      table.rows.push_back({wording.date(*s->date), wording.named(s->unit.value_or("")),
                            wording.choice(s->kind), s->title.value_or(dash)});
  return table;
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
  if (c.figures.requests.records > 0) section.sections.push_back(requests(c));
  if (c.figures.shares > 0)
    section.sections.push_back(
        {c.wording(Bilingual{"Shared experience", "经验信息"}), {shares_table(c)}});
  if (c.figures.honors > 0)
    section.sections.push_back({c.wording(Bilingual{"Honours", "荣誉"}), {honors_table(c)}});
  return section.sections.empty() ? std::nullopt : std::optional(std::move(section));
}

}  // namespace lianxi
