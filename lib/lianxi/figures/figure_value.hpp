// One figure, whatever its type.
#pragma once
#include <cstdint>
#include <limits>
#include <optional>
#include <string>

#include <lianxi/base/quantity.hpp>
#include <lianxi/figures/figures.hpp>

namespace lianxi LIANXI_EXPORT {

/// A figure as something to compare and to print.
struct FigureValue {
  enum class Kind : std::uint8_t {
    number,  ///< How many records, members …
    count,   ///< A sum of counts, with a qualifier.
    amount,  ///< Money or hours.
    rate,    ///< A percentage with one decimal.
  };

  std::int64_t hundredths = 0;  ///< Of a rate: of a percent.
  Qualifier qualifier = Qualifier::exact;
  bool is_amount = false;
  Kind kind = Kind::number;
  bool is_null = false;  ///< A rate of nothing, the value of goods that nobody valued.

  friend bool operator==(const FigureValue&, const FigureValue&) = default;
};

/// As people write it: `220余`, `4,000.00`, `93.1%`; a dash for null.
std::string to_text(const FigureValue&, Language);

/// A whole number, no larger than a sum of counts may be, in hundredths.
constexpr std::int64_t in_hundredths(std::int64_t whole) { return whole * 100; }
static_assert(largest_count <= std::numeric_limits<std::int64_t>::max() / 100);

constexpr FigureValue value_of(std::int64_t number) { return {in_hundredths(number)}; }
constexpr FigureValue value_of(Count count) {
  return {.hundredths = in_hundredths(count.value),
          .qualifier = count.qualifier,
          .kind = FigureValue::Kind::count};
}
constexpr FigureValue value_of(Amount amount) {
  return {.hundredths = amount.hundredths, .is_amount = true, .kind = FigureValue::Kind::amount};
}
constexpr FigureValue value_of(const std::optional<Amount>& amount) {
  FigureValue value = value_of(amount.value_or(Amount()));
  value.is_null = !amount;
  return value;
}
inline FigureValue value_of(const Rate& rate) {
  const auto tenths = rate.tenths();
  return {
      .hundredths = tenths.value_or(0) * 10, .kind = FigureValue::Kind::rate, .is_null = !tenths};
}

}  // namespace LIANXI_EXPORT
