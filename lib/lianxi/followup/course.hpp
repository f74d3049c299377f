// How one resolution went, day by day: what its leads reported, what was decided on it, until when
// it was due. The definitions behind its status, its colour and the days of its findings.
#pragma once
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <lianxi/base/date.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

struct Followup;
struct FollowupItem;
struct Meeting;
struct Resolution;

enum class ResolutionStatus : std::uint8_t {
  not_started,
  in_progress,
  blocked,
  done,
  dropped,
  overdue,
  to_verify,  ///< Reported as done, which the office has still to verify.
  replaced,   ///< A later resolution stands in its place.
};

/// A status that the lead reported.
struct ReportedItem {
  const Followup* report;
  const FollowupItem* item;
};

/// Nothing more is expected of it: done, dropped, to be verified or replaced.
constexpr bool is_finished(ResolutionStatus status) {
  return status == ResolutionStatus::done || status == ResolutionStatus::dropped ||
         status == ResolutionStatus::to_verify || status == ResolutionStatus::replaced;
}

/// Given up: dropped, or replaced by a later resolution; both are counted as dropped.
constexpr bool is_given_up(ResolutionStatus status) {
  return status == ResolutionStatus::dropped || status == ResolutionStatus::replaced;
}

/// One resolution over time. A day before its meeting asks for what nobody knew; all other days
/// up to the last for which the items were collected are answered as they were on that day.
class ResolutionCourse {
 public:
  /// `items`: the last item of each report of the unit that led it on the report's day, in the
  /// order of days; `verified`: whether the office has to verify what is reported as done.
  ResolutionCourse(const Resolution& resolution, bool verified, std::vector<ReportedItem> items)
      : resolution_(&resolution), verified_(verified), items_(std::move(items)) {}

  /// The day from which on another resolution stands in its place.
  void replace_on(Date day);
  const std::optional<Date>& replaced_on() const { return replaced_on_; }

  std::span<const ReportedItem> items() const { return items_; }
  /// Those reported by a day.
  std::span<const ReportedItem> items_by(Date) const;

  ResolutionStatus status_on(Date) const;
  /// What its lead said last, and the office decided on it, whether it is late or not.
  ResolutionStatus state_on(Date) const;
  /// The last unbroken run of items `done` that still holds on a day; empty where the state is
  /// another. After it was returned only what is reported as done later counts.
  std::span<const ReportedItem> done_run(Date) const;
  /// The day on which it was done, as the first item of that run says.
  std::optional<Date> done_on(Date) const;
  /// The day of the report or closure since which it is finished no more; nothing where it never
  /// was, or is.
  std::optional<Date> reopened_on(Date) const;

 private:
  bool is_returned_within(Date begin, Date end, Date& day) const;

  const Resolution* resolution_;
  bool verified_;
  std::vector<ReportedItem> items_;
  std::optional<Date> replaced_on_ = {};
};

/// The item's completion day where it is known by then, else its report's.
Date done_day(const ReportedItem&, Date as_of);

}  // namespace lianxi
