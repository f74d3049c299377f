// Turns of phrase that several messages of `followup` share.
#pragma once
#include <fmt/format.h>
#include <string_view>
#include <vector>

#include <lianxi/base/phrase.hpp>
#include <lianxi/followup/compliance.hpp>

namespace lianxi {

/// `1 day`, `3 days`, `3 天`.
inline Message days(int number) {
  if (number == 1) return {"1 day", "1 天"};
  return say({"{} days", "{} 天"}, number);
}

/// `once`, `twice`, `3 times`, `3 次`.
inline Message times(int number) {
  if (number == 1) return {"once", "1 次"};
  if (number == 2) return {"twice", "2 次"};
  return say({"{} times", "{} 次"}, number);
}

/// The ids one after the other.
inline Message listed(const std::vector<std::string_view>& ids) {
  return {fmt::format("{}", fmt::join(ids, ", ")), fmt::format("{}", fmt::join(ids, "、"))};
}

/// The lead's id, or that there is none.
inline Message lead_or_nobody(std::string_view lead) {
  if (lead.empty()) return {"nobody", "无"};
  return {std::string(lead), std::string(lead)};
}

}  // namespace lianxi
