// Stretches of days: what a report covers, what a conference's rhythm asks for.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include <lianxi/base/date.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// From one day to another, both included; open where an end is not given.
struct Period {
  std::optional<Date> from, to;

  bool contains(Date day) const { return (!from || *from <= day) && (!to || day <= *to); }
  friend bool operator==(const Period&, const Period&) = default;
};

/// A period cut off at the as-of day: what happens later is not known. It may be
/// empty, with `from` after `to`.
struct Scope {
  std::optional<Date> from;
  Date to;

  Scope() = default;
  Scope(std::optional<Date> first, Date last) : from(first), to(last) {}
  /// The part of a period that is not after the as-of day.
  Scope(const Period& period, Date as_of)
      : from(period.from), to(period.to && *period.to < as_of ? *period.to : as_of) {}

  bool contains(Date day) const { return (!from || *from <= day) && day <= to; }
  /// Whether all days from `first` to `last` lie in it.
  bool covers(Date first, Date last) const { return (!from || *from <= first) && last <= to; }
};

/// The intervals at which a conference meets, by months.
enum class Span : std::uint8_t { month = 1, quarter = 3, half_year = 6, year = 12 };

/// A whole month, quarter, half year or year.
struct SpanOfTime {
  Span span = Span::quarter;
  int year = 1970;
  int number = 1;  ///< From 1: month 1 to 12, quarter 1 to 4, half 1 to 2.

  static SpanOfTime containing(Date, Span);
  Date first() const;
  Date last() const;
  SpanOfTime next() const;
  SpanOfTime previous() const;
  Period period() const { return {first(), last()}; }
  /// 2017, 2017-H1, 2017-Q3, 2017-08.
  std::string name() const;
  friend bool operator==(const SpanOfTime&, const SpanOfTime&) = default;
};

/// The span that a period is exactly, if it is one.
std::optional<SpanOfTime> as_span(const Period&);

/// Reads a PERIOD as people write it, in English or Chinese: `2017`, `2017-H1`, `2017-Q3`,
/// `2017-08`, `2017-08-15`, `A..B`, `all`, `last-quarter`, `2017年三季度`, `上季度` …; words such
/// as `this-year` are seen from the as-of day. Nothing where it is none of these.
std::optional<Period> read_period(std::string_view, Date as_of);

/// 2017-Q3 for a whole span, else 2017-07-01..2017-08-15, or `all`.
std::string to_text(const Period&);

/// A PERIOD's canonical name: of what was written, or each of its ends, the ISO form (2017-Q3,
/// 2017-H1..2017-08, ..2017-12-31); `all` for "" and for what cannot be read.
std::string canonical_name(std::string_view written, Date as_of);

}  // namespace lianxi
