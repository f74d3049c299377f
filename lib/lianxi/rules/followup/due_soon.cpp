#include <algorithm>
#include <fmt/format.h>

#include <lianxi/book/book.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/revisions.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/followup/turns_of_phrase.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::due_soon_rule {

static void check(const Compliance& c, FindingSink& out) {
  for (const ResolutionCompliance& r : c.resolutions) {
    if (r.light != Light::blue) continue;
    const Date held = *r.meeting->date;
    const Date since = std::max(held, *r.due - *c.book.policy_on(held).warn_days);
    out.add(place_of_due(*r.resolution, c.as_of), name_of(*r.meeting, *r.resolution),
            {since, Nature::open, r.lead},
            say({"{} is due in {}, on {}; lead: {}", "决议 {} 还有 {}到期（{}）；牵头单位：{}"},
                r.id(), days(*r.due - c.as_of), iso(*r.due), lead_or_nobody(r.lead)),
            say({"ask the lead whether the day will hold", "请向牵头单位核实能否按期完成"}));
  }
}

}  // namespace lianxi::due_soon_rule

namespace lianxi::rules {
extern constinit const FollowupRule due_soon{
    {"due-soon",
     Severity::info,
     {"A resolution falls due within the days of the policy.", "决议即将到期。"},
     {"A word in time saves a reminder: the lead still has days, not excuses.",
      "提前提醒一句，胜过事后催办。"},
     {R"(# as of 2017-09-30
meetings:
  - id: 2017-q2
    kind: regular
    date: 2017-06-20
    resolutions:
      - {id: r1, text: Put up signs, lead: office, due: 2017-10-05}
)",
      R"(# 截至 2017-09-30
会议:
  - 编号: 2017-q2
    类型: 例会
    日期: 2017-06-20
    决议:
      - {编号: r1, 内容: 增设换乘指引, 牵头单位: 综合办, 完成时限: 2017-10-05}
)"},
     {R"(# as of 2017-09-30
meetings:
  - id: 2017-q2
    kind: regular
    date: 2017-06-20
    resolutions:
      - {id: r1, text: Put up signs, lead: office, due: 2017-12-31}
)",
      R"(# 截至 2017-09-30
会议:
  - 编号: 2017-q2
    类型: 例会
    日期: 2017-06-20
    决议:
      - {编号: r1, 内容: 增设换乘指引, 牵头单位: 综合办, 完成时限: 2017-12-31}
)"}},
    due_soon_rule::check};
}  // namespace lianxi::rules
