// Days of the calendar and times of day, without time zones or clocks.
#pragma once
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// A day of the Gregorian calendar, kept as days since 1970-01-01.
class Date {
 public:
  constexpr Date() = default;
  constexpr explicit Date(std::chrono::year_month_day day)
      : days_(std::int32_t(std::chrono::sys_days(day).time_since_epoch().count())) {}
  /// The day, or nothing where the calendar has no such day.
  static constexpr std::optional<Date> make(int year, unsigned month, unsigned day) {
    const std::chrono::year_month_day d{std::chrono::year(year), std::chrono::month(month),
                                        std::chrono::day(day)};
    return d.ok() ? std::optional(Date(d)) : std::nullopt;
  }

  constexpr std::chrono::year_month_day ymd() const {
    return std::chrono::sys_days(std::chrono::days(days_));
  }
  constexpr int year() const { return int(ymd().year()); }
  constexpr int month() const { return int(unsigned(ymd().month())); }
  constexpr int day() const { return int(unsigned(ymd().day())); }

  // NOLINTNEXTLINE(modernize-use-nullptr): it takes the comparison with 0 for a null pointer
  friend constexpr auto operator<=>(Date, Date) = default;
  friend constexpr Date operator+(Date date, int days) { return Date(date.days_ + days); }
  friend constexpr Date operator-(Date date, int days) { return Date(date.days_ - days); }
  /// How many days `a` is after `b`.
  friend constexpr int operator-(Date a, Date b) { return a.days_ - b.days_; }

 private:
  constexpr explicit Date(std::int32_t days) : days_(days) {}
  std::int32_t days_ = 0;
};

/// 2017-09-20.
std::string iso(Date);

/// A time of day, in minutes after midnight.
struct Time {
  std::int16_t minutes = 0;
  friend constexpr auto operator<=>(Time, Time) = default;
};

/// 14:00.
std::string iso(Time);

}  // namespace lianxi
