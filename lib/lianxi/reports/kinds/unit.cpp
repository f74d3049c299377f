// What one unit did for the conference.
#include <lianxi/reports/sections/sections.hpp>

namespace lianxi::unit_report {
namespace {

bool is_wanted(const ReportRequest& request) {
  const Unit* unit = request.book.unit(request.subject);
  return unit && is_member_within(request.book, *unit, Scope(request.period, request.as_of));
}

Document build(const ReportCase& c) {
  const Unit* unit = c.book.unit(c.subject);
  const std::string name = unit ? c.wording.full_name(*unit) : masked(c.subject);
  const Message title = say({"{}: record of {}{}", "{3}{1}履职情况"}, c.wording.alliance(), name,
                            c.comma_and_period(), c.alliance_and_period());
  return {.language = c.wording.language(),
          .title = c.wording(title),
          .preface = {sections::facts_of_unit(c)},
          .sections = sections::record_of_unit(c)};
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
    .build = unit_report::build,
    .is_wanted = unit_report::is_wanted};
}  // namespace lianxi::reports
