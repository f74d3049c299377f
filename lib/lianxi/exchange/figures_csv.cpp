#include <lianxi/exchange/csv.hpp>
#include <lianxi/exchange/figures_csv.hpp>
#include <lianxi/exchange/plain_figure.hpp>
#include <lianxi/figures/figure_paths.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// Whether it is a figure of a kind of events of which there are none.
bool is_of_absent_kind(const Figures& figures, std::string_view path) {
  constexpr std::string_view before = "events.by_kind.";
  if (!path.starts_with(before)) return false;
  const auto kind = path.substr(before.size(), path.find('.', before.size()) - before.size());
  for (std::size_t i = 0; i < figures.events.by_kind.size(); ++i)
    if (event_kind_words[i].en == kind) return figures.events.by_kind[i].records == 0;
  return false;
}

}  // namespace

std::string figures_csv(const Figures& figures, Language language) {
  std::string out =
      csv::heading({{"figure", "指标"}, {"value", "数值"}, {"qualifier", "约数"}}, language);
  for (const NamedFigure& figure : all_figures(figures)) {
    if (is_of_absent_kind(figures, figure.path)) continue;
    const bool is_count = figure.value.kind == FigureValue::Kind::count;
    out += csv::line({csv::text(figure.path), plain(figure.value),
                      is_count ? qualifier_in(figure.value.qualifier, language) : ""});
  }
  return out;
}

}  // namespace lianxi
