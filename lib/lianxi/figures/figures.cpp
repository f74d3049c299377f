#include <lianxi/figures/figure_sections.hpp>
#include <lianxi/figures/figures.hpp>

namespace lianxi LIANXI_EXPORT {

static constexpr FigureSection sections[] = {
    {"units", "", collect_units},
    {"meetings", "", collect_meetings, true},
    {"events", "", collect_events},
    {"donations", "funds", collect_donations_and_funds},
    {"projects", "", collect_projects},
    {"requests", "", collect_requests},
    {"shares", "honors", collect_shares_and_honors},
};

std::span<const FigureSection> all_figure_sections() { return sections; }

static Figures collect_all(const Book& book, Date as_of, const Scope& scope, std::string label,
                           const Compliance* compliance) {
  Figures figures{.book = book.name(), .label = std::move(label), .period = scope};
  Adder add;
  for (const FigureSection& section : sections)
    section.collect({book, as_of, scope, compliance, figures, add});
  return figures;
}

Figures figures_of(const Book& book, Date as_of, const Period& period) {
  return collect_all(book, as_of, Scope(period, as_of), to_text(period), nullptr);
}

Figures figures_of(const Compliance& compliance) {
  return collect_all(compliance.book, compliance.as_of, compliance.scope, compliance.label,
                     &compliance);
}

}  // namespace lianxi
