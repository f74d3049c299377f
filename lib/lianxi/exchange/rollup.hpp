// Many books at a glance: a line of key figures for each, and the totals over all.
//
// Rates are kept as parts and wholes, so that those of the totals come from the summed numbers and
// are never averaged. A figure that nobody recorded is none: no donations is not 0.00.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include <lianxi/base/error.hpp>
#include <lianxi/export.hpp>
#include <lianxi/figures/figures.hpp>

namespace lianxi LIANXI_EXPORT {

/// Key figures of one book, or the sums over many. Nothing in them is a view into a book.
struct RollupFigures {
  std::int64_t members = 0;   ///< On the last day of the period.
  std::int64_t meetings = 0;  ///< Held in it.
  std::int64_t intervals = 0, missed = 0;
  Rate attendance;
  std::int64_t resolutions = 0, done = 0, dropped = 0, overdue = 0;
  Rate completion;  ///< Done of those that were neither dropped nor replaced.
  std::int64_t on_time = 0, late = 0, missing = 0, pending = 0;
  Rate reporting;  ///< Reports on time of those that were due.
  std::int64_t events = 0;
  std::optional<Count> served;
  std::optional<Amount> donations;                            ///< Money alone.
  std::optional<Amount> opening, received, granted, closing;  ///< Of all funds together.
  std::optional<Amount> spent;                                ///< On projects.
  std::int64_t open_errors = 0;  ///< What `followup` finds and something can still be done about.
};

/// A book that could be read.
struct RollupLine {
  std::string path;       ///< As it was asked for.
  std::string book;       ///< The alliance's name.
  int record_errors = 0;  ///< That reading met: `validate`, which judges all, may find more.
  int unread = 0;         ///< Documents, records and values that could not be read at all.
  RollupFigures figures;
};

/// One that could not, and why.
struct BrokenBook {
  std::string path;
  Error error;
};

struct Rollup {
  Date as_of;
  Scope scope;
  std::string label;               ///< The period's canonical name.
  std::vector<RollupLine> lines;   ///< In the order in which they were asked for.
  std::vector<BrokenBook> broken;  ///< Likewise; they are in no total.
  RollupFigures totals;
  int record_errors = 0, unread = 0;  ///< Of all lines.
};

/// The key figures of a book for a period, as of a day. O(records · log records).
RollupFigures rollup_figures_of(const Book&, Date as_of, const Period&);

}  // namespace lianxi
