// What the alliance sets out to do in a year.
#pragma once
#include <lianxi/export.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

enum class Metric : std::uint8_t { events, sessions, served, volunteers, trained };
inline constexpr Word metric_words[] = {
    {"events", "活动数"},         {"sessions", "场次"},    {"served", "服务人次"},
    {"volunteers", "志愿者人次"}, {"trained", "培训人次"},
};
constexpr std::span<const Word> words_of(Metric) { return metric_words; }

/// A figure that a task is to reach.
struct TaskTarget : Part {
  Located<Metric> metric;
  Located<std::int32_t> value;

  static const RecordType type;
};

/// Why and when a task was given up.
struct TaskDropped : Part {
  Located<Date> date;
  Text reason;
  Ref<Target::meeting> approved;

  static const RecordType type;
};

/// One task of a year's plan.
struct Task : Part {
  Id id;
  Text title;
  Ref<Target::unit_or_committee> lead;
  List<Ref<Target::unit>> support;
  Located<Date> start;
  Located<Date> due;
  Text problem;
  Text effect;
  Nested<TaskTarget> target;
  Located<Date> done;
  Nested<TaskDropped> dropped;

  static const RecordType type;
};

/// The plan of one year, known by the year.
struct Plan : Part {
  Year year;
  Text theme;
  Located<Date> adopted;
  Ref<Target::meeting> meeting;
  List<Task> tasks;

  static const RecordType type;
};

}  // namespace lianxi
