// Figures by their path into the JSON of `stats`, and the records behind each.
//
// Lists are entered by what names their rows: `funds.FUND.received`,
// `events.materials.ITEM/UOM/TO` (without TO over all recipients),
// `donations.goods.ITEM/UOM` (the quantity; `….value` the value). Parts that are not
// given are empty, and left out at the end: `ITEM`, `ITEM//TO`. Names may themselves
// hold dots and slashes; where a path can be read in several ways, the longest name wins.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/figures/figure_value.hpp>
#include <lianxi/figures/figures.hpp>

namespace lianxi LIANXI_EXPORT {

/// The figure of that path, or nothing where there is none. Kinds of events that did
/// not occur have figures too: zeros. O(figures).
std::optional<FigureValue> find_figure(const Figures&, std::string_view path);

struct NamedFigure {
  std::string path;
  FigureValue value;
};

/// Every figure that has a path, in the order of the JSON. Where a book gives one id to
/// several funds, find_figure knows the first.
std::vector<NamedFigure> all_figures(const Figures&);
/// Their paths, to look for what a misspelt one may have meant.
std::vector<std::string> all_figure_paths(const Figures&);

/// What one record adds to a figure.
struct FigureSource {
  std::string record;           ///< `meetings/2017-q3`.
  Place at = Place::none;       ///< Of the first value in it that counts.
  std::int64_t hundredths = 0;  ///< Of a rate: of its part. Negative where it takes away.
  std::int64_t whole = 0;       ///< Of a rate, in hundredths: what it is a part of.
  Qualifier qualifier = Qualifier::exact;  ///< Of a count.
};

/// The records that went into the figure of that path, in book order, each once. They
/// add up to it (of a rate: to its part and its whole). Empty where there is no such
/// figure. O(records of its section).
std::vector<FigureSource> sources_of(const Book&, Date as_of, const Period&, std::string_view path);

}  // namespace LIANXI_EXPORT
