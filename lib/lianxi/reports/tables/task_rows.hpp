// Tasks of plans as rows of tables.
#pragma once
#include <lianxi/followup/plan_tasks.hpp>
#include <lianxi/reports/tables/table.hpp>

namespace lianxi {

/// A task with what became of it by the as-of day.
struct PlannedTask {
  const Plan* plan;
  const Task* task;
  std::optional<TaskState> state;
  std::optional<Count> achieved;  ///< Where it has a target.

  /// Whether it is neither done nor dropped, as far as can be read.
  bool is_open() const {
    return state && *state != TaskState::done && *state != TaskState::dropped;
  }
  /// Whether its events come to its target.
  bool is_target_reached() const;
};

using PlannedTasks = std::vector<PlannedTask>;

/// The tasks of a plan as written.
PlannedTasks tasks_of(const ReportCase&, const Plan&, const AchievedByTasks&);
/// The plans that were adopted by the as-of day, by year.
std::vector<const Plan*> plans_by_year(const ReportCase&);

/// Done on a day, overdue, in progress …
std::string state_text(const ReportCase&, const PlannedTask&);
/// `YEAR/TASK`.
std::string full_id(const PlannedTask&);

using TaskColumn = ColumnOf<PlannedTask>;
namespace task_columns {
extern const TaskColumn id, year, year_and_id, title, lead, support, start, due, target, achieved,
    state, problem, effect;
}  // namespace task_columns

/// How many there are, and how far they have come.
doc::Paragraph summary_of(const Wording&, const PlannedTasks&);

}  // namespace lianxi
