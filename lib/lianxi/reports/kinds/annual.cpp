// What an alliance's office sends out after each year.
#include <lianxi/reports/sections/sections.hpp>

namespace lianxi::annual_report {
namespace {

/// The year, and how far it goes where it has not ended.
Message title_of(const ReportCase& c) {
  const int year = c.period.from->year();
  if (!c.is_unfinished() || c.scope.to < *c.period.from)
    return say({"{}: annual report for {}", "{}{}年度工作报告"}, c.wording.alliance(), year);
  return say({"{}: annual report for {} (to {})", "{}{}年度工作报告（截至{}）"},
             c.wording.alliance(), year, c.wording.date(c.scope.to));
}

/// In the year of its founding an alliance has less than a year to report on.
std::vector<doc::Block> preface(const ReportCase& c) {
  std::vector<doc::Block> blocks{sections::summary(c), sections::facts_of_alliance(c)};
  const auto founded = c.book.founded();
  if (founded && c.scope.contains(*founded) && *founded != *c.period.from)
    blocks.push_back(doc::Paragraph{
        c.wording(say({"The alliance was founded on {}: the figures of the year begin then.",
                       "联盟于{}成立，本年度数据自成立之日起计。"},
                      c.wording.date(*founded)))});
  return blocks;
}

Document build(const ReportCase& c) {
  return {.language = c.wording.language(),
          .title = c.wording(title_of(c)),
          .preface = preface(c),
          .sections =
              joined(present({sections::key_figures_by_quarter(c), sections::meetings(c),
                              sections::followup_of_resolutions(c), sections::scorecards(c),
                              sections::services(c), sections::money(c),
                              sections::plan(c, sections::PlanView::review), sections::projects(c),
                              sections::cooperation(c), sections::published_figures(c)}),
                     sections::own_words(c),
                     present({sections::findings(c), sections::watched(c),
                              sections::open_matters(c), sections::notes(c)}))};
}

}  // namespace

}  // namespace lianxi::annual_report

namespace lianxi::reports {
extern constinit const ReportKind annual{
    .name = "annual",
    .title = {"annual report", "年度报告"},
    .doc =
        {"A year's figures by quarter, follow-up, units, services, money, plan and what is open.",
         "一年的分季指标、决议落实、单位履职、服务活动、资金、计划和未结事项。"},
    .subject = Subject::none,
    .covers = Covers::year,
    .build = annual_report::build,
    .places_own_words = true};
}  // namespace lianxi::reports
