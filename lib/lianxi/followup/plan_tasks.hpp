// What became of the tasks of the plans, as of a day: single definitions for rules and
// reports. A value that is given but cannot be read leaves open what it would have said.
#pragma once
#include <array>
#include <optional>
#include <string_view>
#include <unordered_map>

#include <lianxi/base/quantity.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/export.hpp>
#include <lianxi/records/plans.hpp>

namespace lianxi LIANXI_EXPORT {

/// How far a task has come.
enum class TaskState : std::uint8_t { not_begun, in_progress, done, dropped, overdue };

/// The day by which a task is to be done: its own, else its year's last. Nothing where
/// that cannot be read.
std::optional<Date> due_of(const Plan&, const Task&);

/// Whether it was given up by D; so it may have been where that cannot be read.
bool was_dropped(const Task&, Date as_of);
/// Whether it was done by D; so it may have been where the day cannot be read.
bool was_done(const Task&, Date as_of);

/// Nothing where what decides it cannot be read. A task dropped by D is dropped, whether
/// it was done or not.
std::optional<TaskState> state_of(const Plan&, const Task&, Date as_of);

/// Whether the plan was known by D: it was adopted by then, or does not say when.
bool is_adopted(const Plan&, Date as_of);

/// Whether it is to be measured: its target says what is to be counted, and up to what.
bool has_target(const Task&);
/// Whether what was achieved comes to its target, which it must have.
bool is_reached(const Task&, Count achieved);

/// What the events of the plans' tasks add up to by a day. One pass over the events.
class AchievedByTasks {
 public:
  AchievedByTasks(const Book&, Date as_of);
  /// The sum over the events that name the task in `plan`, of what its target counts;
  /// nothing where it has no target of which that could be read.
  std::optional<Count> of(const Plan&, const Task&) const;

 private:
  struct Sums {
    std::array<Count, std::size(metric_words)> by_metric{};
    const Event* last = nullptr;  ///< An event that names a task twice counts once.

    void add(const Event&);
  };

  std::unordered_map<std::string_view, Sums> by_task_;  ///< By `YEAR/TASK`.
};

}  // namespace LIANXI_EXPORT
