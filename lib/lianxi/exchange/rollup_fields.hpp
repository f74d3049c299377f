// The key figures of a roll-up, each declared in one line: sums, JSON, tables follow from it.
#pragma once
#include <span>
#include <string_view>

#include <lianxi/exchange/rollup.hpp>
#include <lianxi/export.hpp>
#include <lianxi/figures/figure_value.hpp>

namespace lianxi LIANXI_EXPORT {

struct RollupField {
  std::string_view key;  ///< In JSON, and of SQL's columns.
  Bilingual label;
  FigureValue (*value)(const RollupFigures&);
  /// Adds what the second has to the first.
  void (*add)(RollupFigures&, const RollupFigures&);
  bool is_shown = true;  ///< In tables for people; the parts of rates are for programs.
};

/// All of them, in the order of the columns.
std::span<const RollupField> rollup_fields();

RollupFigures& operator+=(RollupFigures&, const RollupFigures&);

}  // namespace lianxi
