// Days of the calendar and times of day, without time zones or clocks.
#pragma once
#include <algorithm>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// A day of the Gregorian calendar, kept as days since 1970-01-01.
class Date {
 public:
  /// Year, month and day of the month, as people count them.
  struct Calendar {
    int year, month, day;
  };

  constexpr Date() = default;
  /// The day, or nothing where the calendar has no such day.
  static constexpr std::optional<Date> make(int year, unsigned month, unsigned day) {
    if (month < 1 || month > 12 || day < 1 || day > days_of_month(year, month)) return std::nullopt;
    return Date(days_before(year, int(month)) + int(day) - 1);
  }

  constexpr Calendar calendar() const {
    // The years of an era of 400 begin in March, so that the leap day is the last of its year.
    const int shifted = days_ + 719468, era = floor_division(shifted, 146097);
    const int day_of_era = shifted - era * 146097;
    const int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int from_march = (5 * day_of_year + 2) / 153;
    const int month = from_march < 10 ? from_march + 3 : from_march - 9;
    return {era * 400 + year_of_era + (month <= 2 ? 1 : 0), month,
            day_of_year - (153 * from_march + 2) / 5 + 1};
  }
  constexpr int year() const { return calendar().year; }
  constexpr int month() const { return calendar().month; }
  constexpr int day() const { return calendar().day; }
  /// 0 for Sunday to 6 for Saturday.
  constexpr int weekday() const { return days_ - floor_division(days_ + 4, 7) * 7 + 4; }
  /// Days since 1970-01-01.
  constexpr std::int32_t since_1970() const { return days_; }

  // NOLINTNEXTLINE(modernize-use-nullptr): it takes the comparison with 0 for a null pointer
  friend constexpr auto operator<=>(Date, Date) = default;
  /// No day before the year 1 or after 9999 comes of it: the first or last of these does.
  friend constexpr Date operator+(Date date, int days) { return later(date, std::int64_t(days)); }
  friend constexpr Date operator-(Date date, int days) { return later(date, -std::int64_t(days)); }
  /// How many days `a` is after `b`.
  friend constexpr int operator-(Date a, Date b) { return a.days_ - b.days_; }

 private:
  constexpr explicit Date(std::int32_t days) : days_(days) {}

  static constexpr Date later(Date date, std::int64_t days) {
    const std::int64_t first = days_before(1, 1), last = days_before(10000, 1) - 1;
    return Date(std::int32_t(std::clamp(date.days_ + days, first, last)));
  }

  static constexpr int floor_division(int a, int b) { return a / b - (a % b < 0 ? 1 : 0); }
  static constexpr unsigned days_of_month(int year, unsigned month) {
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (month == 2) return leap ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }
  /// Of the first of the month, in days since 1970-01-01.
  static constexpr std::int32_t days_before(int year, int month) {
    const int from_march = month > 2 ? month - 3 : month + 9;
    const int y = month > 2 ? year : year - 1, era = floor_division(y, 400);
    const int year_of_era = y - era * 400;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 +
           (153 * from_march + 2) / 5 - 719468;
  }

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
