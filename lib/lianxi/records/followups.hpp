// What units report on the resolutions of a meeting.
#pragma once
#include <lianxi/export.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

enum class Status : std::uint8_t { not_started, in_progress, blocked, done, dropped };
inline constexpr Word status_words[] = {
    {"not_started", "未启动"}, {"in_progress", "推进中"}, {"blocked", "受阻"},
    {"done", "已完成"},        {"dropped", "已终止"},
};
constexpr std::span<const Word> words_of(Status) { return status_words; }

/// How far one resolution has come.
struct FollowupItem : Part {
  Ref<Target::resolution_of_meeting> resolution;
  Located<Status> status;
  Located<Date> done;
  Text result;
  Text reason;
  Text problem;
  Text next;
  List<Path> evidence;

  static const RecordType type;
};

/// A unit's report on a meeting's resolutions; known by meeting, unit and date.
struct Followup : Part {
  Ref<Target::meeting> meeting;
  Ref<Target::unit> unit;
  Located<Date> date;
  Text by;
  List<FollowupItem> items;

  static const RecordType type;
};

}  // namespace lianxi
