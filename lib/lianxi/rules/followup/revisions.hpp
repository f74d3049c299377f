// Due dates that were moved.
#pragma once
#include <lianxi/rules/rule.hpp>

namespace lianxi {

/// Whether the revision holds by D.
inline bool is_in_force(const Revision& revision, Date as_of) {
  return revision.date && revision.due && *revision.date <= as_of;
}

/// The revision in force on D, or null: the last by date, of one day the later in the list.
inline const Revision* revision_on(const Resolution& resolution, Date as_of) {
  const Revision* last = nullptr;
  for (const Revision& revision : resolution.revisions)
    if (is_in_force(revision, as_of) && (!last || *revision.date >= *last->date)) last = &revision;
  return last;
}

/// Where the due date in force stands; the resolution's first key where it has none.
inline Place place_of_due(const Resolution& resolution, Date as_of) {
  if (const Revision* revision = revision_on(resolution, as_of)) return revision->due.at();
  return resolution.due.given() ? resolution.due.at() : resolution.at;
}

}  // namespace lianxi
