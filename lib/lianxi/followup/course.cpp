#include <algorithm>
#include <map>

#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/course.hpp>
#include <lianxi/records/followups.hpp>
#include <lianxi/records/meetings.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// What was decided on each day; of several decisions of one day the later in the list.
std::map<Date, Judgement> decisions_of(const Resolution& resolution, Date from, Date to) {
  std::map<Date, Judgement> decisions;
  for (const Closure& closure : resolution.closures)
    if (closure.date && closure.verdict && *closure.date >= from && *closure.date <= to)
      decisions[*closure.date] = *closure.verdict;
  return decisions;
}

ResolutionStatus as_resolution_status(Status status) {
  switch (status) {
    case Status::not_started:
      return ResolutionStatus::not_started;
    case Status::in_progress:
      return ResolutionStatus::in_progress;
    case Status::blocked:
      return ResolutionStatus::blocked;
    case Status::done:
      return ResolutionStatus::done;
    case Status::dropped:
      break;
  }
  return ResolutionStatus::dropped;
}

Date day_of(const ReportedItem& item) { return *item.report->date; }

}  // namespace

Date done_day(const ReportedItem& reported, Date as_of) {
  const auto& done = reported.item->done;
  return done && *done <= as_of ? *done : day_of(reported);
}

void ResolutionCourse::replace_on(Date day) {
  if (!replaced_on_ || day < *replaced_on_) replaced_on_ = day;
}

std::span<const ReportedItem> ResolutionCourse::items_by(Date day) const {
  const auto end = std::ranges::upper_bound(items_, day, {}, day_of);
  return {items_.data(), std::size_t(end - items_.begin())};
}

/// Whether a decision from the first day on returned it, and when it first did.
bool ResolutionCourse::is_returned_within(Date begin, Date end, Date& day) const {
  for (const auto& [date, verdict] : decisions_of(*resolution_, begin, end)) {
    if (verdict != Judgement::returned) continue;
    day = date;
    return true;
  }
  return false;
}

std::span<const ReportedItem> ResolutionCourse::done_run(Date day) const {
  const auto items = items_by(day);
  std::size_t first = items.size();
  while (first > 0 && *items[first - 1].item->status == Status::done) --first;
  auto run = items.subspan(first);
  Date returned;
  while (verified_ && !run.empty() && is_returned_within(day_of(run[0]), day, returned)) {
    std::size_t later = 0;
    while (later < run.size() && day_of(run[later]) <= returned) ++later;
    run = run.subspan(later);
  }
  return run;
}

ResolutionStatus ResolutionCourse::state_on(Date day) const {
  const auto items = items_by(day);
  if (items.empty()) return ResolutionStatus::not_started;
  const auto said = as_resolution_status(*items.back().item->status);
  if (said != ResolutionStatus::done || !verified_) return said;
  const auto run = done_run(day);
  if (run.empty()) return ResolutionStatus::in_progress;
  const bool decided = !decisions_of(*resolution_, day_of(run[0]), day).empty();
  return decided ? ResolutionStatus::done : ResolutionStatus::to_verify;
}

ResolutionStatus ResolutionCourse::status_on(Date day) const {
  if (replaced_on_ && *replaced_on_ <= day) return ResolutionStatus::replaced;
  const auto state = state_on(day);
  if (is_finished(state)) return state;
  const auto due = due_on(*resolution_, day);
  return due && *due < day ? ResolutionStatus::overdue : state;
}

std::optional<Date> ResolutionCourse::done_on(Date day) const {
  const auto run = done_run(day);
  return run.empty() ? std::nullopt : std::optional(done_day(run[0], day));
}

std::optional<Date> ResolutionCourse::reopened_on(Date day) const {
  std::vector<Date> changes;
  for (const ReportedItem& item : items_by(day)) changes.push_back(day_of(item));
  for (const Closure& closure : resolution_->closures)
    if (closure.date && *closure.date <= day) changes.push_back(*closure.date);
  std::ranges::sort(changes);
  changes.erase(std::unique(changes.begin(), changes.end()), changes.end());
  std::optional<Date> reopened;
  bool finished = false;
  for (const Date change : changes) {
    const bool now = is_finished(state_on(change));
    if (now) reopened.reset();
    if (finished && !now) reopened = change;
    finished = now;
  }
  return reopened;
}

}  // namespace lianxi
