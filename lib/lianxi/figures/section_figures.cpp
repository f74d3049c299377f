#include <algorithm>

#include <lianxi/figures/section_figures.hpp>

namespace lianxi {

const Figures& SectionFigures::of(Date as_of, const Period& period, std::string_view path) {
  const auto all_sections = all_figure_sections();
  const auto section =
      std::ranges::find_if(all_sections, [&](const FigureSection& one) { return one.has(path); });
  if (section == all_sections.end()) return all(as_of, period);
  const Scope scope(period, as_of);
  // What lies behind is the same whenever it is looked at, but for most of it only.
  const Days days{scope.from, scope.to,
                  section->hangs_on_day ? std::optional(as_of) : std::nullopt};
  const auto [known, is_new] = of_sections_.try_emplace({&*section, days});
  if (is_new) {
    Adder add;
    section->collect({book_, as_of, scope, nullptr, known->second, add});
  }
  return known->second;
}

const Figures& SectionFigures::all(Date as_of, const Period& period) {
  const std::tuple key(as_of, period.from, period.to);
  const auto known = all_.find(key);
  if (known != all_.end()) return known->second;
  return all_.emplace(key, figures_of(book_, as_of, period)).first->second;
}

}  // namespace lianxi
