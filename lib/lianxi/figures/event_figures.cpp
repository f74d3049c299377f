// The figures of events and of what was given out at them.
#include <algorithm>
#include <array>
#include <unordered_set>

#include <lianxi/figures/figure_sections.hpp>
#include <lianxi/figures/row_index.hpp>
#include <lianxi/followup/counted_event.hpp>
#include <lianxi/records/series.hpp>

namespace lianxi {
namespace {

using Units = std::unordered_set<const Unit*>;

/// The units that led an event or were its partners: those of its series where it names none.
Units taking_part(const Book& book, const Event& event) {
  const Series* series = event.series ? book.series_of(*event.series) : nullptr;
  const auto& lead = !event.lead && series ? series->lead : event.lead;
  Units units;
  if (lead) units.insert(book.unit(*lead));
  for (const auto& partner : partners_of(book, event)) units.insert(book.unit_named(*partner));
  units.erase(nullptr);
  return units;
}

/// Adds an event to the figures of its kind or of all; `seen` are the units of those before.
void collect(const Event& event, const Units& units, Units& seen, EventFigures& out, Adder& add) {
  add(out.records, 1, event, event.at);
  const auto before = seen.size();
  seen.insert(units.begin(), units.end());
  add(out.units, int(seen.size() - before), event, event.lead.at());
  add(out.organizations, event.organizations, event);
  add(out.sessions, sessions_of(event), event, event.sessions ? event.sessions.at() : event.at);
  add(out.served, event.served, event);
  add(out.volunteers, event.volunteers, event);
  add(out.hours, event.hours, event);
  add(out.trained, event.trained, event);
  add(out.certified, event.certified, event);
}

/// The two lists of materials and who adds to them.
struct Materials {
  RowIndex<MaterialFigures> rows, rows_to_all;
  Adder& add;

  void collect(const Event& event, const Material& material) {
    if (!material.item) return;
    MaterialFigures row{
        .item = *material.item, .uom = material.uom.value_or(""), .to = material.to.value_or("")};
    add(rows.find_or_add(row).quantity, material.quantity, event);
    row.to = {};
    add(rows_to_all.find_or_add(row).quantity, material.quantity, event);
  }
};

RowName name_of_row(const MaterialFigures& row) { return row_name(row); }

}  // namespace

void collect_events(const Collecting& in) {
  EventsFigures& out = in.figures.events;
  Materials materials{RowIndex(out.materials), RowIndex(out.materials_to_all), in.add};
  Units seen;
  std::array<Units, std::size(event_kind_words)> seen_in;
  for (const Event& event : in.book.events) {
    if (const auto day = last_day(event); !day || !in.scope.contains(*day)) continue;
    const Units units = taking_part(in.book, event);
    collect(event, units, seen, out.total, in.add);
    if (event.kind) {
      const auto kind = std::size_t(*event.kind);
      collect(event, units, seen_in[kind], out.by_kind[kind], in.add);
    }
    for (const Material& material : event.materials) materials.collect(event, material);
  }
  std::ranges::sort(out.materials, {}, name_of_row);
  std::ranges::sort(out.materials_to_all, {}, name_of_row);
}

}  // namespace lianxi
