#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/courses.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/followups.hpp>
#include <lianxi/records/meetings.hpp>

namespace lianxi {
namespace {

/// The resolutions of meetings by id; of those that share one by mistake, references mean the
/// first.
class ResolutionIndex {
 public:
  explicit ResolutionIndex(const Book& book) : book_(book) {}

  /// As a report on the meeting `within` names it: `r1`, or in full.
  OfMeeting<Resolution> find(std::string_view id, std::string_view within) {
    const auto slash = id.find('/');
    const bool full = slash != id.npos;
    const Meeting* meeting = book_.meeting(full ? id.substr(0, slash) : within);
    if (!meeting) return {};
    const auto& resolutions = of(*meeting);
    const auto at = resolutions.find(full ? id.substr(slash + 1) : id);
    if (at == resolutions.end()) return {};
    return {meeting, at->second};
  }

 private:
  using ById = std::unordered_map<std::string_view, const Resolution*>;

  const ById& of(const Meeting& meeting) {
    const auto [at, is_new] = by_meeting_.try_emplace(&meeting);
    if (is_new)
      for (const Resolution& resolution : meeting.resolutions)
        if (resolution.id) at->second.emplace(*resolution.id, &resolution);
    return at->second;
  }

  const Book& book_;
  std::unordered_map<const Meeting*, ById> by_meeting_;
};

using Items = std::unordered_map<const Resolution*, std::vector<ReportedItem>>;

Items items_of(ResolutionIndex& index, const std::vector<const Followup*>& followups) {
  Items items;
  for (const Followup* report : followups)
    for (const FollowupItem& item : report->items) {
      if (!item.resolution || !item.status) continue;
      const auto [meeting, resolution] = index.find(*item.resolution, *report->meeting);
      if (!resolution || !meeting->date || *report->date < *meeting->date) continue;
      if (*report->unit != lead_on(*resolution, *report->date)) continue;
      auto& all = items[resolution];
      // Within one report the last item counts.
      if (!all.empty() && all.back().report == report) all.pop_back();
      all.push_back({report, &item});
    }
  return items;
}

/// What replaces nothing that was finished on the day before its meeting stands in its place.
void replace(const Book& book, Date as_of, ResolutionIndex& index, Courses& courses) {
  for (const Meeting& meeting : book.meetings) {
    if (!is_held(meeting, as_of)) continue;
    for (const Resolution& resolution : meeting.resolutions) {
      if (!resolution.replaces) continue;
      const auto course = courses.find(index.find(*resolution.replaces, "").part);
      if (course == courses.end()) continue;
      const auto before = course->second.state_on(*meeting.date - 1);
      if (before != ResolutionStatus::done && before != ResolutionStatus::to_verify)
        course->second.replace_on(*meeting.date);
    }
  }
}

}  // namespace

Courses courses_of(const Book& book, Date as_of, const std::vector<const Followup*>& followups) {
  ResolutionIndex index(book);
  Items items = items_of(index, followups);
  Courses courses;
  for (const Meeting& meeting : book.meetings) {
    if (!is_held(meeting, as_of)) continue;
    const bool verified = *book.policy_on(*meeting.date).closing == Closing::verified;
    for (const Resolution& resolution : meeting.resolutions)
      if (resolution.id)
        courses.try_emplace(&resolution, resolution, verified, std::move(items[&resolution]));
  }
  replace(book, as_of, index, courses);
  return courses;
}

}  // namespace lianxi
