#include <algorithm>
#include <fmt/format.h>

#include <lianxi/book/book.hpp>
#include <lianxi/records/series.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/tables/event_rows.hpp>

namespace lianxi {
namespace {

/// A sum of what activities say; of what none of them says anything nobody knows it.
template <class Member>
std::string said(const Wording& wording, const std::vector<EventRow>& events, const Count& sum,
                 Member member) {
  const bool is_said =
      std::ranges::any_of(events, [&](EventRow event) { return (event->*member).given(); });
  return is_said ? wording(sum) : std::string(dash);
}

std::vector<doc::Prose> kind_row(const Wording& wording, std::string_view kind,
                                 const std::vector<EventRow>& events, const EventFigures& f,
                                 bool strong) {
  std::vector<std::string> cells{std::string(kind),
                                 with_thousands(f.records),
                                 wording(f.sessions),
                                 said(wording, events, f.served, &Event::served),
                                 said(wording, events, f.volunteers, &Event::volunteers),
                                 said(wording, events, f.trained, &Event::trained),
                                 said(wording, events, f.certified, &Event::certified)};
  std::vector<doc::Prose> row;
  for (const std::string& cell : cells)
    row.push_back(strong ? doc::Prose::strong(cell) : doc::Prose(cell));
  return row;
}

/// How the people served divide among the kinds; nothing to see where all are of one.
std::optional<doc::Chart> chart_of(const ReportCase& c) {
  doc::Pie pie{c.wording(Bilingual{"People served (person-times)", "服务人次"}), {}};
  for (std::size_t kind = 0; kind < c.figures.events.by_kind.size(); ++kind)
    if (const auto served = c.figures.events.by_kind[kind].served.value; served > 0)
      pie.slices.push_back({c.wording.choice(EventKind(kind)), served});
  return pie.slices.size() > 1 ? std::optional<doc::Chart>(std::move(pie)) : std::nullopt;
}

doc::Section by_kind(const ReportCase& c) {
  const Wording& wording = c.wording;
  doc::Table table{{{wording(Bilingual{"Kind", "类型"})},
                    figures_column(wording(Bilingual{"Activities", "活动（项）"})),
                    figures_column(wording(Bilingual{"Sessions", "场次"})),
                    figures_column(wording(Bilingual{"Served", "服务人次"})),
                    figures_column(wording(Bilingual{"Volunteers", "志愿者人次"})),
                    figures_column(wording(Bilingual{"Trained", "培训人次"})),
                    figures_column(wording(Bilingual{"Certified", "持证人数"}))},
                   {},
                   chart_of(c)};
  const EventsFigures& events = c.figures.events;
  for (std::size_t kind = 0; kind < events.by_kind.size(); ++kind)
    if (events.by_kind[kind].records > 0) {
      const auto of_kind = events_within(
          c, [&](const Event& event) { return event.kind && *event.kind == EventKind(kind); });
      table.rows.push_back(
          kind_row(wording, wording.choice(EventKind(kind)), of_kind, events.by_kind[kind], false));
    }
  const auto all = events_within(c, [](const Event&) { return true; });
  table.rows.push_back(
      kind_row(wording, wording(Bilingual{"Total", "合计"}), all, events.total, true));
  return {wording(Bilingual{"By kind", "分类统计"}), {std::move(table)}};
}

doc::Section each_event(const ReportCase& c) {
  using namespace event_columns;
  const EventColumn columns[] = {event_date, event_title, event_kind, lead,
                                 sessions,   served,      volunteers, trained};
  return {c.wording(Bilingual{"Each activity", "活动明细"}),
          {table_of(c, columns, events_within(c, [](const Event&) { return true; }))}};
}

/// A line of its own, where there is anything to say.
void add_line(const Wording& wording, Bilingual label, std::string_view value, std::string& text) {
  if (!value.empty()) text += wording(say({"\n{}: {}", "\n{}：{}"}, label, wording.ended(value)));
}

/// Party work and what came of it: of an event, or of the series for those that say nothing.
void add_both_skins(const Wording& wording, const Text& party, const Text& service,
                    std::string& text) {
  add_line(wording, {"Party work", "党建内容"}, party.value_or(""), text);
  add_line(wording, {"What came of it", "服务成效"}, service.value_or(""), text);
}

/// With whom, what was done, what came of it.
std::string what_was_done(const ReportCase& c, const Event& event) {
  const Wording& wording = c.wording;
  std::string text;
  const auto add = [&](Bilingual label, std::string_view value) {
    add_line(wording, label, value, text);
  };
  if (!event.partners.empty()) add({"With", "参与单位"}, wording.all_named(event.partners));
  std::string services;
  for (const Text& service : event.services)
    services += (services.empty() ? "" : wording(Bilingual{"; ", "；"})) +
                std::string(service.value_or(""));
  add({"Services", "服务内容"}, services);
  add_both_skins(wording, event.party, event.service, text);
  add({"Summary", "小结"}, event.summary.value_or(""));
  return text;
}

std::string heading_of(const ReportCase& c, const Event& event) {
  std::string text = c.wording(say({"{} ({}", "{}（{}"}, event.title.value_or(dash),
                                   event_columns::event_date.cell(c, &event).plain()));
  if (event.place) text += c.wording(say({", {}", "，{}"}, *event.place));
  if (event.lead) text += c.wording(say({", led by {}", "，{}牵头"}, c.wording.named(*event.lead)));
  return text + c.wording(Bilingual{").", "）。"});
}

/// The series whose events of the period leave it to them to say what comes of it, in the order of
/// the book.
std::vector<const Series*> series_that_speak(const ReportCase& c,
                                             const std::vector<EventRow>& events) {
  std::vector<const Series*> those;
  for (const Series& series : c.book.series) {
    const bool speaks = std::ranges::any_of(events, [&](EventRow event) {
      return event->series && c.book.series_of(*event->series) == &series &&
             (!event->party || !event->service);
    });
    if (speaks && (series.party || series.service)) those.push_back(&series);
  }
  return those;
}

/// The activities that say more than figures.
std::optional<doc::Section> in_words(const ReportCase& c) {
  const auto events = events_within(c, [](const Event&) { return true; });
  doc::Items items{.items = {}, .numbered = true};
  for (const Event* event : events)
    if (const std::string text = what_was_done(c, *event); !text.empty() || event->place)
      items.items.emplace_back(heading_of(c, *event) + text);
  for (const Series* series : series_that_speak(c, events)) {
    std::string text = c.wording(say({"All of the series {}.", "{}各次活动。"},
                                     c.wording.quoted(series->title.value_or(dash))));
    add_both_skins(c.wording, series->party, series->service, text);
    items.items.emplace_back(text);
  }
  if (items.items.empty()) return std::nullopt;
  return doc::Section{c.wording(Bilingual{"What was done and what came of it", "活动内容和成效"}),
                      {std::move(items)}};
}

doc::Section materials(const ReportCase& c) {
  const Wording& wording = c.wording;
  doc::Table table{{{wording(Bilingual{"Item", "品名"})},
                    {wording(Bilingual{"Given to", "发放对象"})},
                    figures_column(wording(Bilingual{"Quantity", "数量"})),
                    {wording(Bilingual{"Unit", "计量单位"})}},
                   {}};
  for (const MaterialFigures& m : c.figures.events.materials)
    table.rows.push_back({m.item, m.to.empty() ? dash : m.to, wording(m.quantity), m.uom});
  return {wording(Bilingual{"Materials given out", "发放物资"}), {std::move(table)}};
}

}  // namespace

doc::Section sections::services(const ReportCase& c) {
  doc::Section section{c.wording(Bilingual{"Services and activities", "服务活动"})};
  if (c.figures.events.total.records == 0) {
    section.blocks.push_back(doc::Paragraph{
        c.wording(say({"No activity was recorded {}.", "{}没有活动记录。"}, c.this_period()))});
    return section;
  }
  section.sections = {by_kind(c), each_event(c)};
  if (auto words = in_words(c)) section.sections.push_back(std::move(*words));
  if (!c.figures.events.materials.empty()) section.sections.push_back(materials(c));
  return section;
}

}  // namespace lianxi
