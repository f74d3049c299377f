// The day on which an event counts.
#pragma once
#include <optional>

#include <lianxi/records/events.hpp>

namespace lianxi {

/// The last day of an event, by which it belongs to a period; nothing where it has no day that
/// could be read.
inline std::optional<Date> last_day(const Event& event) {
  if (event.until) return *event.until;
  return event.date ? std::optional(*event.date) : std::nullopt;
}

}  // namespace lianxi
