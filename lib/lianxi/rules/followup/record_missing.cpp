#include <lianxi/followup/compliance.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::record_missing_rule {

static void check(const Compliance& c, FindingSink& out) {
  for (const MeetingCompliance& m : c.meetings) {
    if (m.meeting->record.given()) continue;
    out.add(m.meeting->at, name_of(*m.meeting), {m.date, Nature::open},
            say({"no record was kept of {} on {}", "会议 {}（{}）没有会议记录"}, *m.meeting->id,
                iso(m.date)),
            say({"enter `record`: what was said, or where the record is kept",
                 "请填写“会议记录”：写入记录正文，或注明存放之处"}));
  }
}

}  // namespace lianxi::record_missing_rule

namespace lianxi::rules {
extern constinit const FollowupRule record_missing{
    {"record-missing",
     Severity::warning,
     {"A meeting has no record.", "会议没有会议记录。"},
     {"Minutes say what was agreed; the record says who held which view and why something was left "
      "open. It is what settles a later dispute about what was meant.",
      "纪要写的是商定了什么，记录写的是谁怎么说、为什么暂时定不下来。日后对决议理解不一，要靠记录说"
      "清楚。"},
     {R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
)",
      R"(会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
)"},
     {R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    record: Office files, 2017 volume 3, pages 12 to 19
)",
      R"(会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    会议记录: 存办公室 2017 年第 3 卷第 12 至 19 页
)"}},
    record_missing_rule::check};
}  // namespace lianxi::rules
