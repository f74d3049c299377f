// Percentages as text.
#pragma once
#include <cstdint>
#include <fmt/format.h>
#include <string>

namespace lianxi {

/// 931 tenths as 93.1. They must not be negative.
inline std::string with_one_decimal(std::int64_t tenths) {
  return fmt::format("{}.{}", tenths / 10, tenths % 10);
}

/// 931 tenths of a percent as 93.1%.
inline std::string percent(std::int64_t tenths) { return with_one_decimal(tenths) + "%"; }

}  // namespace lianxi
