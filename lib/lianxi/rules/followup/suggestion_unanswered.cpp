#include <fmt/format.h>

#include <lianxi/base/unreadable.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/settled_suggestions.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/followup/turns_of_phrase.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::suggestion_unanswered_rule {

static std::string record_of(const Meeting& meeting, const Suggestion& s, std::size_t number) {
  const std::string id = s.id ? std::string(*s.id) : std::to_string(number);
  return fmt::format("{}/suggestions/{}", name_of(meeting), id);
}

static void check(const Compliance& c, FindingSink& out) {
  for (const MeetingCompliance& m : c.meetings) {
    const int allowed = *c.book.policy_on(m.date).suggestion_days;
    std::size_t number = 0;
    for (const Suggestion& s : m.meeting->suggestions) {
      ++number;
      if (is_unreadable(s.date) || !is_open_on(s, c.as_of)) continue;
      const Date last = (s.date ? *s.date : m.date) + allowed;
      if (last >= c.as_of) continue;
      out.add(s.at, record_of(*m.meeting, s, number),
              {last + 1, Nature::open, s.handler.value_or("")},
              say({"a suggestion made at {} has waited for an answer since {}, {} too long: {}",
                   "会议 {} 的一条意见建议应于 {} 前办理，已超期 {}：{}"},
                  *m.meeting->id, iso(last), days(c.as_of - last), s.text.value_or("?")),
              say({"enter its `outcome`, the `settled` day and the `reply`",
                   "请填写“办理结果”、“办结日期”和“答复”"}));
    }
  }
}

}  // namespace lianxi::suggestion_unanswered_rule

namespace lianxi::rules {
extern constinit const FollowupRule suggestion_unanswered{
    {"suggestion-unanswered",
     Severity::warning,
     {"A suggestion has waited for an answer longer than the policy allows.",
      "意见建议超过办理期限仍未答复。"},
     {"Who speaks up and hears nothing does not speak up again. The office counts the days from "
      "the suggestion, or from its meeting.",
      "提了意见没有回音，下次就没人再提。期限自提出之日或会议之日起算。"},
     {R"(# as of 2017-09-30
meetings:
  - id: 2017-q2
    kind: regular
    date: 2017-06-20
    suggestions:
      - {id: s1, text: More benches, date: 2017-06-20}
)",
      R"(# 截至 2017-09-30
会议:
  - 编号: 2017-q2
    类型: 例会
    日期: 2017-06-20
    意见建议:
      - {编号: s1, 内容: 增设座椅, 日期: 2017-06-20}
)"},
     {R"(# as of 2017-09-30
meetings:
  - id: 2017-q2
    kind: regular
    date: 2017-06-20
    suggestions:
      - {id: s1, text: More benches, outcome: settled, settled: 2017-08-01, reply: Ten were set up}
)",
      R"(# 截至 2017-09-30
会议:
  - 编号: 2017-q2
    类型: 例会
    日期: 2017-06-20
    意见建议:
      - {编号: s1, 内容: 增设座椅, 办理结果: 办结, 办结日期: 2017-08-01, 答复: 已增设十处}
)"}},
    suggestion_unanswered_rule::check};
}  // namespace lianxi::rules
