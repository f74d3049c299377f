// The roadmap of a year's plan: who does what by when, and how far it has come.
#include <lianxi/book/book.hpp>
#include <lianxi/followup/plan_tasks.hpp>
#include <lianxi/records/plans.hpp>
#include <lianxi/reports/sections/sections.hpp>

namespace lianxi::plan_report {
namespace {

bool is_wanted(const ReportRequest& request) {
  for (const Plan& plan : request.book.plans)
    if (plan.year && is_adopted(plan, request.as_of) &&
        (!request.period.from || *plan.year == request.period.from->year()))
      return true;
  return false;
}

Document build(const ReportCase& c) {
  const Message title =
      c.period.from
          ? say({"{}: roadmap of the plan for {}", "{}{}年度计划路线图"}, c.wording.alliance(),
                c.period.from->year())
          : say({"{}: roadmap of all plans", "{}历年年度计划路线图"}, c.wording.alliance());
  auto sections = sections::roadmap(c);
  const Message none = c.period.from ? say({"There is no plan for {}.", "{}年没有制定年度计划。"},
                                           c.period.from->year())
                                     : say({"There is no plan yet.", "尚未制定年度计划。"});
  return {.language = c.wording.language(),
          .title = c.wording(title),
          .preface = {sections.empty() ? doc::Paragraph{c.wording(none)} : sections::as_of_line(c)},
          .sections = std::move(sections)};
}

}  // namespace

}  // namespace lianxi::plan_report

namespace lianxi::reports {
extern constinit const ReportKind plan{
    .name = "plan",
    .title = {"roadmap of the plan", "年度计划路线图"},
    .doc = {"A year's tasks on a time line: who leads, by when, target against achieved.",
            "年度计划任务的时间安排：牵头、时限、目标和完成情况。"},
    .subject = Subject::none,
    .covers = Covers::years,
    .build = plan_report::build,
    .is_wanted = plan_report::is_wanted};
}  // namespace lianxi::reports
