// Services that go on over time and that events belong to.
#pragma once
#include <lianxi/export.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

enum class Frequency : std::uint8_t { day, week, month, quarter, year };
inline constexpr Word frequency_words[] = {
    {"day", "每天"}, {"week", "每周"}, {"month", "每月"}, {"quarter", "每季度"}, {"year", "每年"},
};
constexpr std::span<const Word> words_of(Frequency) { return frequency_words; }

/// How often a series was to take place during some time.
struct ScheduleEntry : Part {
  Located<Date> from;
  Located<Date> until;
  Located<Frequency> every;

  static const RecordType type;
};

/// A service that takes place again and again.
struct Series : Part {
  Id id;
  Text title;
  Ref<Target::unit> lead;
  List<UnitOrName> partners;
  Text party;
  Text service;
  List<ScheduleEntry> schedule;

  static const RecordType type;
};

}  // namespace lianxi
