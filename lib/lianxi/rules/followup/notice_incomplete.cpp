#include <fmt/format.h>
#include <unordered_set>

#include <lianxi/book/unit_ids.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/meeting_papers.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/followup/turns_of_phrase.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::notice_incomplete_rule {

/// The members to whom it did not go. It goes to all where it names none that can be read.
static std::vector<std::string_view> left_out(const MeetingCompliance& m, const Notice& notice) {
  std::vector<std::string_view> ids;
  if (notice.to.empty()) return ids;
  std::unordered_set<std::string_view> told;
  for (const auto& unit : notice.to) told.insert(*unit);
  for (const Attending& member : m.members)
    if (!told.contains(id_of(*member.unit))) ids.push_back(id_of(*member.unit));
  return ids;
}

static void check(const Compliance& c, FindingSink& out) {
  for (const MeetingCompliance& m : c.meetings) {
    const Notice* notice = notice_by(*m.meeting, c.as_of);
    if (!notice) continue;
    const auto ids = left_out(m, *notice);
    if (ids.empty()) continue;
    out.add(notice->to.at(), name_of(*m.meeting), {m.date, Nature::fact},
            say({"notice of {} did not go to: {}", "会议 {} 的通知未发送：{}"}, *m.meeting->id,
                listed(ids)),
            say({"add whom it reached; without `to` it counts as sent to every member",
                 "已通知的请补入“发送单位”；不填“发送单位”即视为通知全体成员单位"}));
  }
}

}  // namespace lianxi::notice_incomplete_rule

namespace lianxi::rules {
extern constinit const FollowupRule notice_incomplete{
    {"notice-incomplete",
     Severity::warning,
     {"The notice of a meeting left out members.", "会议通知遗漏了成员单位。"},
     {"Decisions are by consensus of all members, so every member has to know of the meeting. A "
      "unit "
      "that was not told can neither come nor ask for leave.",
      "决议须经全体成员单位形成共识，因此每个成员单位都应知道开会。没有收到通知的单位，既无法到会，"
      "也无从"
      "请假。"},
     {R"(units:
  - {id: office, name: Station office}
  - {id: metro, name: Metro station}
meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    notice:
      date: 2017-09-13
      to: [office]
)",
      R"(单位:
  - {编号: 综合办, 名称: 站综合管理办公室}
  - {编号: 地铁站, 名称: 地铁南京南站}
会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    会议通知:
      日期: 2017-09-13
      发送单位: [综合办]
)"},
     {R"(units:
  - {id: office, name: Station office}
  - {id: metro, name: Metro station}
meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    notice:
      date: 2017-09-13
      to: [office, metro]
)",
      R"(单位:
  - {编号: 综合办, 名称: 站综合管理办公室}
  - {编号: 地铁站, 名称: 地铁南京南站}
会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    会议通知:
      日期: 2017-09-13
      发送单位: [综合办, 地铁站]
)"}},
    notice_incomplete_rule::check};
}  // namespace lianxi::rules
