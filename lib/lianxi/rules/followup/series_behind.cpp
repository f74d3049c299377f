#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/series_schedule.hpp>
#include <lianxi/records/series.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::series_behind_rule {
namespace {

void add(const SeriesShortfall& s, FindingSink& out) {
  const std::string_view id = *s.series->id;
  out.add(
      s.series->schedule.at(), s.record(),
      {s.month.last(), Nature::fact, s.series->lead.value_or("")},
      say({"{}: {} of {} sessions were recorded in {}", "{0}：{3} 应开展 {2} 场，仅记录 {1} 场"},
          id, s.held, s.asked, s.span.name()),
      say({"enter the events that are missing with `series: {}`; what was no longer to be done "
           "needs an `until` in the schedule",
           "请补录活动并注明“服务项目: {}”；已不再开展的，请在“安排”中填写“止”"},
          id));
}

void check(const Compliance& c, FindingSink& out) {
  for (const SeriesShortfall& shortfall : shortfalls_of(c.book, c.scope)) add(shortfall, out);
}

}  // namespace

}  // namespace lianxi::series_behind_rule

namespace lianxi::rules {
extern constinit const FollowupRule series_behind{
    {rule_names::series_behind,
     Severity::warning,
     {"A series took place less often than its schedule asks for.", "服务项目开展次数少于安排。"},
     {"A service that people rely on is kept up month by month. Where fewer sessions are on record "
      "than its schedule promises, either it lapsed or nobody wrote it down.",
      "群众指望得上的服务要月月坚持。记录的场次少于安排，要么是断了，要么是没有登记。"},
     {R"(# as of 2017-09-30: nothing in September
series:
  - id: volunteers
    title: Youth volunteers
    schedule:
      - {from: 2017-08-01, every: month}
events:
  - id: e1
    title: Youth volunteers in August
    kind: volunteer
    date: 2017-08-12
    lead: office
    series: volunteers
)",
      R"(# 截至 2017-09-30：9 月没有活动
服务项目:
  - 编号: 青年志愿
    标题: 青年志愿服务
    安排:
      - {起: 2017-08-01, 频次: 每月}
活动:
  - 编号: e1
    标题: 八月志愿服务
    类型: 志愿服务
    日期: 2017-08-12
    牵头单位: 综合办
    服务项目: 青年志愿
)"},
     {R"(series:
  - id: volunteers
    title: Youth volunteers
    schedule:
      - {from: 2017-08-01, every: month}
events:
  - id: e1
    title: Youth volunteers in August
    kind: volunteer
    date: 2017-08-12
    lead: office
    series: volunteers
  - id: e2
    title: Youth volunteers in September
    kind: volunteer
    date: 2017-09-09
    lead: office
    series: volunteers
)",
      R"(服务项目:
  - 编号: 青年志愿
    标题: 青年志愿服务
    安排:
      - {起: 2017-08-01, 频次: 每月}
活动:
  - 编号: e1
    标题: 八月志愿服务
    类型: 志愿服务
    日期: 2017-08-12
    牵头单位: 综合办
    服务项目: 青年志愿
  - 编号: e2
    标题: 九月志愿服务
    类型: 志愿服务
    日期: 2017-09-09
    牵头单位: 综合办
    服务项目: 青年志愿
)"}},
    series_behind_rule::check};
}  // namespace lianxi::rules
