#include <map>
#include <utility>

#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::meeting_repeated_rule {
static void check(const ValidateCase& c, FindingSink& out) {
  std::map<std::pair<MeetingKind, Date>, const Meeting*> first;
  for (const Meeting& meeting : c.book.meetings) {
    if (meeting.cancelled.given() || !meeting.kind || !meeting.date || !meeting.id) continue;
    const auto [earlier, is_new] = first.emplace(std::pair(*meeting.kind, *meeting.date), &meeting);
    // With one id twice there is a fault of its own.
    if (is_new || *earlier->second->id == *meeting.id) continue;
    auto& finding = out.add(
        meeting.date.at(), name_of(meeting),
        say({"{} is on the same day as {}, and of the same kind", "会议 {} 与 {} 同日、同类型"},
            *meeting.id, *earlier->second->id),
        say({"delete it if it is the same meeting, which would count twice",
             "如是同一次会议，请删去重复的一条，否则会重复统计"}));
    finding.related.push_back({earlier->second->date.at(), say({"the other one", "另一次会议"})});
  }
}
}  // namespace lianxi::meeting_repeated_rule

namespace lianxi::rules {
extern constinit const ValidateRule meeting_repeated{
    {"meeting-repeated",
     Severity::warning,
     {"Two meetings of one kind are on one day.", "同一天有两次同类型的会议。"},
     {"Mostly it is one meeting that two people entered under two ids. It would count twice: in "
      "the "
      "attendance, among the resolutions, in every report.",
      "多半是两个人用两个编号登记了同一次会议，出席、决议和各项统计都会重复计算。"},
     {R"(meetings:
  - {id: 2017-q2, kind: regular, date: 2017-06-20}
  - {id: 2017-2, kind: regular, date: 2017-06-20}
)",
      R"(会议:
  - {编号: 2017-q2, 类型: 例会, 日期: 2017-06-20}
  - {编号: 二季度, 类型: 例会, 日期: 2017-06-20}
)"},
     {R"(meetings:
  - {id: 2017-q2, kind: regular, date: 2017-06-20}
)",
      R"(会议:
  - {编号: 2017-q2, 类型: 例会, 日期: 2017-06-20}
)"}},
    meeting_repeated_rule::check};
}  // namespace lianxi::rules
