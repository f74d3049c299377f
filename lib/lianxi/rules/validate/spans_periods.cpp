#include <span>

#include <lianxi/base/period.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/events.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::spans_periods_rule {
static void check(const ValidateCase& c, FindingSink& out) {
  for (const Event& event : c.book.events) {
    if (!event.date || !event.until || *event.until < *event.date) continue;
    const Span span = span_of(*c.book.policy_on(*event.date).interval);
    const auto first = SpanOfTime::containing(*event.date, span);
    const auto last = SpanOfTime::containing(*event.until, span);
    if (first == last) continue;
    out.add(event.until.at(), name_of(event),
            say({"it goes from {} to {}; all of it counts in {}", "从 {} 跨到 {}，全部计入 {}"},
                first.name(), last.name(), last.name()),
            say({"enter one event for each interval if each should have its share",
                 "如各期都要体现，请分期登记"}));
  }
}
}  // namespace lianxi::spans_periods_rule

namespace lianxi::rules {
extern constinit const ValidateRule spans_periods{
    {"spans-periods",
     Severity::info,
     {"An event goes over more than one interval of the policy.", "活动跨越了不止一期。"},
     {"An event counts on its last day, so all its figures fall into the last of the intervals."
      " Where each of them should show its share, enter one event for each.",
      "活动按最后一天计入，因此全部数字都落在最后一期。如各期都要体现，请每期登记一条。"},
     {R"(events:
  - id: e1
    title: Summer service desk
    kind: team_service
    date: 2017-06-20
    until: 2017-07-10
    lead: north
)",
      R"(活动:
  - 编号: e1
    标题: 暑运服务台
    类型: 组团服务
    日期: 2017-06-20
    结束日期: 2017-07-10
    牵头单位: 北广场
)"},
     {R"(events:
  - id: e1
    title: Summer service desk, June
    kind: team_service
    date: 2017-06-20
    until: 2017-06-30
    lead: north
  - id: e2
    title: Summer service desk, July
    kind: team_service
    date: 2017-07-01
    until: 2017-07-10
    lead: north
)",
      R"(活动:
  - 编号: e1
    标题: 暑运服务台（六月）
    类型: 组团服务
    日期: 2017-06-20
    结束日期: 2017-06-30
    牵头单位: 北广场
  - 编号: e2
    标题: 暑运服务台（七月）
    类型: 组团服务
    日期: 2017-07-01
    结束日期: 2017-07-10
    牵头单位: 北广场
)"}},
    spans_periods_rule::check};
}  // namespace lianxi::rules
