// How an event counts: on which day, and as how many sessions.
#pragma once
#include <optional>

#include <lianxi/records/events.hpp>

namespace lianxi {

class Book;

/// The last day of an event, by which it belongs to a period; nothing where it has no day that
/// could be read.
inline std::optional<Date> last_day(const Event& event) {
  if (event.until) return *event.until;
  return event.date ? std::optional(*event.date) : std::nullopt;
}

/// One that does not say how many sessions it had counts as one.
inline Count sessions_of(const Event& event) { return event.sessions.value_or(Count{1}); }

/// Who took part: the partners of an event, those of its series where it names none.
const List<UnitOrName>& partners_of(const Book&, const Event&);

}  // namespace lianxi
