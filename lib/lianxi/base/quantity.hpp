// Counts with their honesty, and money: whole numbers only, nothing floats.
#pragma once
#include <compare>
#include <cstdint>
#include <limits>
#include <string>

#include <lianxi/base/language.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// The largest sum of counts: no larger whole number is the same to every program that reads JSON
/// or a spreadsheet.
inline constexpr std::int64_t largest_count = (std::int64_t(1) << 53) - 1;
/// The largest sum of amounts, in hundredths.
inline constexpr std::int64_t largest_amount = std::numeric_limits<std::int64_t>::max();

/// Throws an Error: a sum came to more than that. A wrong figure must not be printed as a right
/// one, and a book may hold ten thousand donations of the largest amount.
[[noreturn]] LIANXI_EXPORT void refuse_sum(std::int64_t largest);

/// The sum, where neither it nor its negative is more than the largest; else refused.
constexpr std::int64_t sum_up_to(std::int64_t largest, std::int64_t a, std::int64_t b) {
  if (b > 0 ? a > largest - b : a < -largest - b) refuse_sum(largest);
  return a + b;
}

enum class Qualifier : std::uint8_t { exact, at_least, about };

/// A count that remembers how exactly it was given: 220, 220余, 约5500.
struct Count {
  std::int64_t value = 0;
  Qualifier qualifier = Qualifier::exact;

  /// A sum is about where a part is, else at least where a part is.
  constexpr Count& operator+=(Count other) {
    value = sum_up_to(largest_count, value, other.value);
    if (other.qualifier > qualifier) qualifier = other.qualifier;
    return *this;
  }
  friend constexpr Count operator+(Count a, Count b) { return a += b; }
  friend constexpr bool operator==(Count, Count) = default;
};

/// As people write it: `约5,500`, `220余`; `about 5,500`, `220+`.
std::string to_text(Count, Language);

/// An exact amount of money (or of hours) in hundredths.
struct Amount {
  std::int64_t hundredths = 0;

  constexpr Amount& operator+=(Amount other) {
    hundredths = sum_up_to(largest_amount, hundredths, other.hundredths);
    return *this;
  }
  constexpr Amount& operator-=(Amount other) {
    hundredths = sum_up_to(largest_amount, hundredths, -other.hundredths);
    return *this;
  }
  friend constexpr Amount operator+(Amount a, Amount b) { return a += b; }
  friend constexpr Amount operator-(Amount a, Amount b) { return a -= b; }
  friend constexpr auto operator<=>(Amount, Amount) = default;
};

/// Two places, no separators: 4000.00. What JSON and other tools get.
std::string plain(Amount);
/// Two places, thousands separated: 4,000.00. What people get.
std::string to_text(Amount);

/// 1234567 as 1,234,567.
std::string with_thousands(std::int64_t);

/// A part of a whole, over 0 and at most 1.
struct Fraction {
  std::int32_t over = 0, under = 1;
};

/// A percentage in tenths of a percent, by whole numbers, halves up:
/// rate(7, 8) is 875. `under` must be over 0 and `over` not negative.
constexpr std::int64_t rate(std::int64_t over, std::int64_t under) {
  __extension__ using Wide = __int128;  // two thousand times the largest sums outgrow 64 bits
  return std::int64_t((Wide(2000) * over + under) / (Wide(2) * under));
}

}  // namespace lianxi
