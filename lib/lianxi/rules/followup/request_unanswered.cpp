#include <fmt/format.h>

#include <lianxi/base/unreadable.hpp>
#include <lianxi/followup/answers.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/record_names.hpp>
#include <lianxi/rules/followup/turns_of_phrase.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::request_unanswered_rule {
namespace {

bool is_past_due(const Request& request, const Compliance& c) {
  return request.id && request.date && *request.date <= c.as_of && request.due &&
         *request.due < c.as_of && !is_unreadable(request.answers);
}

void add(const Request& request, std::string_view unit, Date as_of, FindingSink& out) {
  out.add(request.at, name_of_unit_in(request, unit), {*request.due + 1, Nature::open, unit},
          say({"{} has not answered the request {} of {}; an answer was due on {}, {} ago",
               "{0} 尚未答复 {2} 的协作请求 {1}；最迟应于 {3} 答复，已逾期 {4}"},
              unit, *request.id, request.by.value_or("?"), iso(*request.due),
              days(as_of - *request.due)),
          say({"enter its answer under `answers`; a refusal with its reason is an answer too",
               "请将其答复记入“答复”；说明理由的不接受也是答复"}));
}

void check(const Compliance& c, FindingSink& out) {
  for (const Request& request : c.book.requests) {
    if (!is_past_due(request, c)) continue;
    auto settled = answered_by(request, c.as_of);
    for (const auto& unit : request.to)
      if (c.book.unit(*unit) && settled.insert(*unit).second) add(request, *unit, c.as_of, out);
  }
}

}  // namespace

}  // namespace lianxi::request_unanswered_rule

namespace lianxi::rules {
extern constinit const FollowupRule request_unanswered{
    {rule_names::request_unanswered,
     Severity::warning,
     {"A unit did not answer a request in time.", "单位逾期未答复协作请求。"},
     {"No unit can order another, so all help rests on being asked and answering. A unit may "
      "decline; "
      "what it owes the one that asked is an answer.",
      "单位之间不能发号施令，互相帮忙全靠有请必复。可以不接受，但应当给对方一个答复。"},
     {R"(# as of 2017-09-30
requests:
  - id: q1
    date: 2017-08-01
    by: office
    to: [metro]
    text: Lend ten barriers for the holiday
    due: 2017-08-15
)",
      R"(# 截至 2017-09-30
协作请求:
  - 编号: q1
    日期: 2017-08-01
    提出单位: 综合办
    协助单位: [地铁站]
    内容: 节日期间借用护栏十组
    期望时限: 2017-08-15
)"},
     {R"(requests:
  - id: q1
    date: 2017-08-01
    by: office
    to: [metro]
    text: Lend ten barriers for the holiday
    due: 2017-08-15
    answers:
      - {unit: metro, date: 2017-08-10, accepted: yes}
)",
      R"(协作请求:
  - 编号: q1
    日期: 2017-08-01
    提出单位: 综合办
    协助单位: [地铁站]
    内容: 节日期间借用护栏十组
    期望时限: 2017-08-15
    答复:
      - {单位: 地铁站, 日期: 2017-08-10, 接受: 是}
)"}},
    request_unanswered_rule::check};
}  // namespace lianxi::rules
