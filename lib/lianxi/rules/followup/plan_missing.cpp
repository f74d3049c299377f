#include <unordered_map>

#include <lianxi/followup/compliance.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/plans.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::plan_missing_rule {
namespace {

/// The plan of each year that was adopted first; one that does not say when was in time.
using Plans = std::unordered_map<std::int32_t, const Plan*>;

bool is_earlier(const Plan& a, const Plan& b) {
  return b.adopted && (!a.adopted || *a.adopted < *b.adopted);
}

Plans first_plans(const Book& book) {
  Plans plans;
  for (const Plan& plan : book.plans) {
    if (!plan.year) continue;
    const Plan*& first = plans.try_emplace(*plan.year, &plan).first->second;
    if (is_earlier(plan, *first)) first = &plan;
  }
  return plans;
}

const Plan* plan_for(int year, const Plans& plans) {
  const auto at = plans.find(year);
  return at == plans.end() ? nullptr : at->second;
}

Message message_for(int year, const Plan* plan, Date last, Date as_of) {
  if (plan && *plan->adopted <= as_of)
    return say({"the plan for {} was adopted on {}, after {}", "{} 年度计划于 {} 制定，晚于 {}"},
               year, iso(*plan->adopted), iso(last));
  return say(
      {"there is no plan for {}; it was to be adopted by {}", "没有 {} 年度计划；最迟应于 {} 制定"},
      year, iso(last));
}

void check_year(int year, const Plans& plans, const Compliance& c, FindingSink& out) {
  const Date last = *Date::make(year, 3, 31);
  const Plan* plan = plan_for(year, plans);
  const bool in_time = plan && (!plan->adopted || *plan->adopted <= last);
  if (in_time || last > c.as_of) return;
  const bool has_plan = plan && *plan->adopted <= c.as_of;
  Finding& finding = out.add(
      c.book.alliance()->founded.at(), fmt::format("plans/{}", year),
      {last, has_plan ? Nature::fact : Nature::open}, message_for(year, plan, last, c.as_of),
      say({"enter the plan with the day it was `adopted`; the year's first meeting draws it up",
           "请补录计划及“制定日期”；年度计划由当年首次会议商定"}));
  if (plan) finding.related.push_back({plan->at, {"the plan", "该年度计划"}});
}

void check(const Compliance& c, FindingSink& out) {
  const auto founded = c.book.founded();
  if (!founded) return;
  const Plans plans = first_plans(c.book);
  for (int year = founded->year() + 1; year <= c.as_of.year(); ++year)
    check_year(year, plans, c, out);
}

}  // namespace

}  // namespace lianxi::plan_missing_rule

namespace lianxi::rules {
extern constinit const FollowupRule plan_missing{
    {"plan-missing",
     Severity::warning,
     {"A year had no plan by 31 March.", "到 3 月 31 日仍没有当年的年度计划。"},
     {"The theme plan of a year is drawn up from what its first conference asked for. By the end "
      "of "
      "March it gives every task an owner and a date; later than that, the year works without one.",
      "年度主题计划由当年首次联席会的需求形成，三月底前应把各项任务落实到单位和时间。再晚，这一年就"
      "是没有计划"
      "在干。"},
     {R"(# as of 2017-09-30
alliance:
  name: Station Area Alliance
  founded: 2016-04-28
  office: office
plans:
  - {year: 2017, adopted: 2017-05-10}
)",
      R"(# 截至 2017-09-30
联盟:
  名称: 站区党建联盟
  成立日期: 2016-04-28
  办公室: 综合办
年度计划:
  - {年度: 2017, 制定日期: 2017-05-10}
)"},
     {R"(alliance:
  name: Station Area Alliance
  founded: 2016-04-28
  office: office
plans:
  - {year: 2017, adopted: 2017-03-10}
)",
      R"(联盟:
  名称: 站区党建联盟
  成立日期: 2016-04-28
  办公室: 综合办
年度计划:
  - {年度: 2017, 制定日期: 2017-03-10}
)"}},
    plan_missing_rule::check};
}  // namespace lianxi::rules
