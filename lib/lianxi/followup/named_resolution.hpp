// How the items of a report name what they are about.
#pragma once
#include <lianxi/records/followups.hpp>
#include <lianxi/records/meetings.hpp>

namespace lianxi {

/// The id of the meeting's resolution that an item names, as `r1` or in full; empty where it
/// names none of that meeting.
inline std::string_view named_resolution(const FollowupItem& item, const Meeting& meeting) {
  if (!item.resolution) return {};
  const std::string_view id = *item.resolution;
  const auto slash = id.find('/');
  if (slash == id.npos) return id;
  const bool own = meeting.id && id.substr(0, slash) == *meeting.id;
  return own ? id.substr(slash + 1) : std::string_view();
}

}  // namespace lianxi
