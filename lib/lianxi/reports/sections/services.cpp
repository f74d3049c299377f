#include <fmt/format.h>

#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/tables/event_rows.hpp>

namespace lianxi {
namespace {

std::vector<doc::Prose> kind_row(const Wording& wording, std::string_view kind,
                                 const EventFigures& f, bool strong) {
  std::vector<std::string> cells{
      std::string(kind),     with_thousands(f.records), wording(f.sessions), wording(f.served),
      wording(f.volunteers), wording(f.trained),        wording(f.certified)};
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
    if (events.by_kind[kind].records > 0)
      table.rows.push_back(
          kind_row(wording, wording.choice(EventKind(kind)), events.by_kind[kind], false));
  const std::string total = wording(Bilingual{"Total", "合计"});
  table.rows.push_back(kind_row(wording, total, events.total, true));
  return {wording(Bilingual{"By kind", "分类统计"}), {std::move(table)}};
}

doc::Section each_event(const ReportCase& c) {
  using namespace event_columns;
  const EventColumn columns[] = {event_date, event_title, event_kind, lead,
                                 sessions,   served,      volunteers, trained};
  return {c.wording(Bilingual{"Each activity", "活动明细"}),
          {table_of(c, columns, events_within(c, [](const Event&) { return true; }))}};
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
  if (!c.figures.events.materials.empty()) section.sections.push_back(materials(c));
  return section;
}

}  // namespace lianxi
