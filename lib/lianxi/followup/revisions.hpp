// Due dates that were moved.
#pragma once
#include <lianxi/followup/compliance.hpp>
#include <lianxi/records/meetings.hpp>

namespace lianxi {

/// Whether the revision holds by D.
inline bool is_in_force(const Revision& revision, Date as_of) {
  return revision.date && revision.due && *revision.date <= as_of;
}

/// Where the due date in force stands; the resolution's first key where it has none.
inline Place place_of_due(const Resolution& resolution, Date as_of) {
  if (const Revision* revision = revision_in_force(resolution, as_of)) return revision->due.at();
  return resolution.due.given() ? resolution.due.at() : resolution.at;
}

}  // namespace lianxi
