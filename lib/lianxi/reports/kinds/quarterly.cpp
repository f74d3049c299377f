// What an alliance's office sends out after each quarter.
#include <lianxi/reports/sections/sections.hpp>

namespace lianxi::quarterly_report {
namespace {

Document build(const ReportCase& c) {
  const Message title =
      say({"{}: report for {}", "{}{}工作报告"}, c.wording.alliance(), c.wording.period(c.period));
  return {
      .language = c.wording.language(),
      .title = c.wording(title),
      .preface = {sections::summary(c)},
      .sections = joined(
          present({sections::key_figures(c), sections::meetings(c),
                   sections::followup_of_resolutions(c), sections::services(c), sections::money(c),
                   sections::plan(c), sections::projects(c), sections::cooperation(c)}),
          sections::own_words(c),
          present({sections::findings(c), sections::watched(c), sections::outlook(c)}))};
}

}  // namespace

}  // namespace lianxi::quarterly_report

namespace lianxi::reports {
extern constinit const ReportKind quarterly{
    .name = "quarterly",
    .title = {"quarterly report", "季度报告"},
    .doc = {"A quarter's figures, meetings, follow-up, services, money, plan and projects.",
            "一个季度的指标、会议、决议落实、服务活动、资金、计划和项目。"},
    .subject = Subject::none,
    .covers = Covers::quarter,
    .build = quarterly_report::build,
    .places_own_words = true};
}  // namespace lianxi::reports
