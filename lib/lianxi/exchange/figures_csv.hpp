// Figures for spreadsheets.
#pragma once
#include <string>

#include <lianxi/export.hpp>
#include <lianxi/figures/figures.hpp>

namespace lianxi LIANXI_EXPORT {

/// A line for each figure: its path (see figures/figure_paths.hpp), its plain value and,
/// of counts, its qualifier. Kinds of events that did not occur are left out; a rate of
/// nothing has no value.
std::string figures_csv(const Figures&, Language);

}  // namespace lianxi
