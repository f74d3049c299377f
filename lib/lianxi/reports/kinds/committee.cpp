// What a committee does: its tasks, projects and money.
#include <lianxi/reports/sections/sections.hpp>

namespace lianxi::committee_report {
namespace {

Document build(const ReportCase& c) {
  const Message title =
      say({"{}: {}{}", "{3}{1}工作情况"}, c.wording.alliance(), c.wording.named(c.subject),
          c.comma_and_period(), c.alliance_and_period());
  return {.language = c.wording.language(),
          .title = c.wording(title),
          .preface = {sections::facts_of_committee(c)},
          .sections = sections::work_of_committee(c)};
}

}  // namespace

}  // namespace lianxi::committee_report

namespace lianxi::reports {
extern constinit const ReportKind committee{
    .name = "committee",
    .title = {"report on a committee", "专委会工作情况"},
    .doc = {"A committee's tasks, projects and money.", "一个专委会的任务、项目和经费。"},
    .subject = Subject::committee,
    .covers = Covers::any,
    .build = committee_report::build};
}  // namespace lianxi::reports
