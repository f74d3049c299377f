// Whether services that go on over time took place as often as their schedules ask for:
// one definition for the rule and for reports.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include <lianxi/base/period.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/export.hpp>
#include <lianxi/records/series.hpp>

namespace lianxi LIANXI_EXPORT {

/// An elapsed month of a series in which fewer sessions were recorded than were asked for.
struct SeriesShortfall {
  const Series* series;
  SpanOfTime month;  ///< The month judged.
  SpanOfTime span;   ///< What the sessions are counted in: the month, or what ends with it.
  Frequency every;   ///< What the schedule says.
  int asked;
  std::int64_t held;

  /// As findings name it: `series/ID/months/2017-08`.
  std::string record() const;
};

/// Those of all series whose months lie whole in the scope: by series, then by month.
std::vector<SeriesShortfall> shortfalls_of(const Book&, const Scope&);

}  // namespace lianxi
