// The figures of events and of what was given out at them.
#include <algorithm>

#include <lianxi/figures/figure_sections.hpp>
#include <lianxi/figures/row_index.hpp>
#include <lianxi/followup/counted_event.hpp>

namespace lianxi {
namespace {

/// Adds an event to the figures of its kind or of all.
void collect(const Event& event, EventFigures& out, Adder& add) {
  add(out.records, 1, event, event.at);
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
  for (const Event& event : in.book.events) {
    if (const auto day = last_day(event); !day || !in.scope.contains(*day)) continue;
    collect(event, out.total, in.add);
    if (event.kind) collect(event, out.by_kind[std::size_t(*event.kind)], in.add);
    for (const Material& material : event.materials) materials.collect(event, material);
  }
  std::ranges::sort(out.materials, {}, name_of_row);
  std::ranges::sort(out.materials_to_all, {}, name_of_row);
}

}  // namespace lianxi
