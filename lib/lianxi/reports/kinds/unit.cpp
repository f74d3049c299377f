// What one unit did for the conference.
#include <lianxi/reports/sections/sections.hpp>

namespace lianxi::unit_report {
namespace {

Document build(const ReportRequest& request) {
  const ReportCase c(request);
  const Unit* unit = c.book.unit(request.subject);
  const std::string name = unit ? c.wording.full_name(*unit) : masked(request.subject);
  const Message title = say({"{}: record of {}{}", "{3}{1}履职情况"}, c.wording.alliance(), name,
                            c.comma_and_period(), c.alliance_and_period());
  return {.language = request.language,
          .title = c.wording(title),
          .preface = {sections::facts_of_unit(c)},
          .sections = sections::record_of_unit(c),
          .provenance = sections::provenance(c)};
}

}  // namespace

}  // namespace lianxi::unit_report

namespace lianxi::reports {
extern constinit const ReportKind unit{
    .name = "unit",
    .title = {"record of a unit", "单位履职情况"},
    .doc = {"A unit's attendance, reports, resolutions, activities, donations, shares and honours.",
            "一个单位的到会、报告、牵头决议、活动、捐赠、经验信息和荣誉。"},
    .subject = Subject::unit,
    .covers = Covers::any,
    .build = unit_report::build};
}  // namespace lianxi::reports
