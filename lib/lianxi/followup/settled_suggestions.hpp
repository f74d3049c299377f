// What became of a suggestion.
#pragma once
#include <lianxi/base/unreadable.hpp>
#include <lianxi/records/meetings.hpp>

namespace lianxi {

/// Whether a suggestion is settled by a day: its outcome is settled, or it was declined on a day
/// that is named; and where a day is named, that has come.
inline bool is_settled_by(const Suggestion& suggestion, Date day) {
  if (!suggestion.outcome || (suggestion.settled && *suggestion.settled > day)) return false;
  return *suggestion.outcome == SuggestionOutcome::settled ||
         (*suggestion.outcome == SuggestionOutcome::declined && suggestion.settled.given());
}

/// Whether nobody has dealt with it by a day; what cannot be read may have been.
inline bool is_open_on(const Suggestion& suggestion, Date day) {
  if (is_unreadable(suggestion.outcome) || is_unreadable(suggestion.settled)) return false;
  switch (suggestion.outcome.value_or(SuggestionOutcome::open)) {
    case SuggestionOutcome::open:
      return true;
    case SuggestionOutcome::settled:
    case SuggestionOutcome::declined:
      return suggestion.settled && *suggestion.settled > day;
    case SuggestionOutcome::adopted:
    case SuggestionOutcome::referred:
      return false;
  }
  return false;
}

}  // namespace lianxi
