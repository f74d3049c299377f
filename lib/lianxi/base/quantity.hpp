// Counts with their honesty, and money: whole numbers only, nothing floats.
#pragma once
#include <compare>
#include <cstdint>
#include <limits>
#include <string>

#include <lianxi/base/language.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// The sum, or the largest number (or its negative) where it would be larger. A book may hold
/// ten thousand donations of the largest amount; their sum must not come out negative.
constexpr std::int64_t saturated_sum(std::int64_t a, std::int64_t b) {
  constexpr auto largest = std::numeric_limits<std::int64_t>::max();
  if (b > 0 && a > largest - b) return largest;
  if (b < 0 && a < -largest - b) return -largest;
  return a + b;
}

enum class Qualifier : std::uint8_t { exact, at_least, about };

/// A count that remembers how exactly it was given: 220, 220余, 约5500.
struct Count {
  std::int64_t value = 0;
  Qualifier qualifier = Qualifier::exact;

  /// A sum is about where a part is, else at least where a part is.
  constexpr Count& operator+=(Count other) {
    value = saturated_sum(value, other.value);
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
    hundredths = saturated_sum(hundredths, other.hundredths);
    return *this;
  }
  constexpr Amount& operator-=(Amount other) {
    hundredths = saturated_sum(hundredths, -other.hundredths);
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
  return (2000 * over + under) / (2 * under);
}

}  // namespace lianxi
