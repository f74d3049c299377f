// What is to be known of each kind of thing that a reference may name, a line each.
#pragma once
#include <algorithm>
#include <iterator>

#include <lianxi/base/language.hpp>
#include <lianxi/schema/value.hpp>

namespace lianxi {

/// How an id is written where nothing else is said of it.
inline constexpr Bilingual a_plain_id{
    "an id (letters or digits of any script, then also . _ -, at most 64 characters)",
    "编号（文字或数字开头，其后可有 . _ -，最多 64 个字符）"};

struct TargetInfo {
  Target target;
  Bilingual name;    ///< In messages.
  Bilingual manual;  ///< In the manual: with how the reference is written.
  std::size_t fewest_words = 1, most_words = 1;  ///< Of the reference, between its slashes.
  Bilingual expected = a_plain_id;               ///< In the message on one that cannot be read.
};

inline constexpr TargetInfo targets[] = {
    {Target::unit, {"unit", "单位"}, {"unit", "单位"}},
    {Target::committee, {"committee", "专委会"}, {"committee", "专委会"}},
    {Target::unit_or_committee,
     {"unit or committee", "单位或专委会"},
     {"unit or committee", "单位或专委会"}},
    {Target::meeting, {"meeting", "会议"}, {"meeting", "会议"}},
    {Target::resolution,
     {"resolution", "决议"},
     {"resolution, MEETING/RESOLUTION", "决议，写作 会议/决议"},
     2,
     2,
     {"a resolution as MEETING/RESOLUTION", "决议，写作 会议/决议"}},
    {Target::resolution_of_meeting,
     {"resolution of that meeting", "会议决议"},
     {"resolution of that meeting", "该次会议的决议"},
     1,
     2,
     {"a resolution's id", "决议的编号"}},
    {Target::topic,
     {"topic", "议题"},
     {"topic, MEETING/TOPIC", "议题，写作 会议/议题"},
     2,
     2,
     {"a topic as MEETING/TOPIC", "议题，写作 会议/议题"}},
    {Target::topic_of_meeting,
     {"topic of this meeting", "本次会议的议题"},
     {"topic of that meeting", "该次会议的议题"}},
    {Target::meeting_or_resolution,
     {"meeting or resolution", "会议或决议"},
     {"meeting or resolution", "会议或决议"},
     1,
     2,
     {"a meeting's id or MEETING/RESOLUTION", "会议编号，或 会议/决议"}},
    {Target::task,
     {"task of a plan", "计划任务"},
     {"task, YEAR/TASK", "计划任务，写作 年度/任务"},
     2,
     2,
     {"a plan's task as YEAR/TASK", "计划任务，写作 年度/任务"}},
    {Target::fund, {"fund", "基金"}, {"fund", "基金"}},
    {Target::series, {"series", "服务项目"}, {"series", "服务项目"}},
    {Target::project, {"project", "项目"}, {"project", "党建项目"}},
};
static_assert(std::size(targets) == std::size_t(Target::project) + 1);
static_assert(std::ranges::is_sorted(targets, {}, &TargetInfo::target) &&
                  std::ranges::adjacent_find(targets, {}, &TargetInfo::target) == std::end(targets),
              "each target has its line, in the order of the enum");

constexpr const TargetInfo& info_of(Target target) { return targets[std::size_t(target)]; }

}  // namespace lianxi
