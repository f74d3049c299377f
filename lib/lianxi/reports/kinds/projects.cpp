// The projects of a year, from application to reimbursement.
#include <lianxi/book/book.hpp>
#include <lianxi/records/projects.hpp>
#include <lianxi/reports/sections/sections.hpp>

namespace lianxi::projects_report {
namespace {

bool is_wanted(const ReportRequest& request) {
  for (const Project& project : request.book.projects)
    if (project.year && (!request.period.from || *project.year == request.period.from->year()))
      return true;
  return false;
}

Document build(const ReportCase& c) {
  const Message title = c.period.from
                            ? say({"{}: projects of {}", "{}{}年度党建项目实施情况"},
                                  c.wording.alliance(), c.period.from->year())
                            : say({"{}: projects", "{}党建项目实施情况"}, c.wording.alliance());
  return {.language = c.wording.language(),
          .title = c.wording(title),
          .preface = {sections::as_of_line(c)},
          .sections = sections::project_stages(c)};
}

}  // namespace

}  // namespace lianxi::projects_report

namespace lianxi::reports {
extern constinit const ReportKind projects{
    .name = "projects",
    .title = {"report on projects", "党建项目情况"},
    .doc = {"A year's projects stage by stage, their money against approvals and budgets.",
            "年度党建项目的申报、批准、检查、验收、报销，资金执行和经费安排。"},
    .subject = Subject::none,
    .covers = Covers::years,
    .build = projects_report::build,
    .is_wanted = projects_report::is_wanted};
}  // namespace lianxi::reports
