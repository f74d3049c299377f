// Who has answered a request.
#pragma once
#include <string_view>
#include <unordered_set>

#include <lianxi/base/date.hpp>
#include <lianxi/records/requests.hpp>

namespace lianxi {

/// The units that answered by D, or may have where the day cannot be read.
inline std::unordered_set<std::string_view> answered_by(const Request& request, Date as_of) {
  std::unordered_set<std::string_view> units;
  for (const Answer& answer : request.answers) {
    const bool by_then = answer.date ? *answer.date <= as_of : answer.date.given();
    if (answer.unit && by_then) units.insert(*answer.unit);
  }
  return units;
}

}  // namespace lianxi
