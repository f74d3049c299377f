#include <algorithm>
#include <fmt/format.h>

#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/revisions.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/followup/turns_of_phrase.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::due_moved_rule {

/// By how much it was moved in all, from which day.
static Message distance(const Resolution& resolution, Date now) {
  if (!resolution.due) return {};
  const int moved = now - *resolution.due;
  if (moved < 0)
    return say({", {} earlier in all than {}", "，比 {1} 共提前 {0}"}, days(-moved),
               iso(*resolution.due));
  return say({", {} later in all than {}", "，比 {1} 共推后 {0}"}, days(moved),
             iso(*resolution.due));
}

static void check(const Compliance& c, FindingSink& out) {
  for (const ResolutionCompliance& r : c.resolutions) {
    const Revision* last = revision_in_force(*r.resolution, c.as_of);
    if (!last) continue;
    const auto number = std::ranges::count_if(
        r.resolution->revisions, [&](const Revision& one) { return is_in_force(one, c.as_of); });
    out.add(
        r.resolution->revisions.at(), name_of(*r.meeting, *r.resolution),
        {*last->date, Nature::fact, r.lead},
        say({"the due date of {} was moved {}: now {}{}", "决议 {} 的完成时限调整了 {}：现为 {}{}"},
            r.id(), times(int(number)), iso(*last->due), distance(*r.resolution, *last->due)),
        say({"nothing to do; the next meeting may want to ask whether the new date will hold",
             "无需处理；可在下次会议上核实新时限能否做到"}));
  }
}

}  // namespace lianxi::due_moved_rule

namespace lianxi::rules {
extern constinit const FollowupRule due_moved{
    {"due-moved",
     Severity::info,
     {"The due date of a resolution was moved.", "决议的完成时限作过调整。"},
     {"Moving a date is allowed, and better than letting it pass. But a resolution that is moved "
      "again and again is never overdue and never done; this makes it visible.",
      "调整时限是允许的，总比到期不管好。但一再推后的决议永远不算逾期，也永远办不成，所以在此提示"
      "。"},
     {R"(# as of 2017-09-30
meetings:
  - id: 2017-q2
    kind: regular
    date: 2017-06-20
    resolutions:
      - id: r1
        text: Put up signs
        lead: office
        due: 2017-08-31
        revisions:
          - {date: 2017-08-25, due: 2017-11-30, reason: the maker is late}
)",
      R"(# 截至 2017-09-30
会议:
  - 编号: 2017-q2
    类型: 例会
    日期: 2017-06-20
    决议:
      - 编号: r1
        内容: 增设换乘指引
        牵头单位: 综合办
        完成时限: 2017-08-31
        时限调整:
          - {日期: 2017-08-25, 新时限: 2017-11-30, 原因: 厂家交货推迟}
)"},
     {R"(meetings:
  - id: 2017-q2
    kind: regular
    date: 2017-06-20
    resolutions:
      - id: r1
        text: Put up signs
        lead: office
        due: 2017-11-30
)",
      R"(会议:
  - 编号: 2017-q2
    类型: 例会
    日期: 2017-06-20
    决议:
      - 编号: r1
        内容: 增设换乘指引
        牵头单位: 综合办
        完成时限: 2017-11-30
)"}},
    due_moved_rule::check};
}  // namespace lianxi::rules
