// What volunteers did, for all who take an interest in it.
#include <fmt/format.h>

#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/sections/volunteering.hpp>

namespace lianxi::volunteers_report {
namespace {

std::optional<doc::Section> honors(const ReportCase& c) {
  doc::Table table = honors_table(c);
  if (table.rows.empty()) return std::nullopt;
  return doc::Section{c.wording(Bilingual{"Honours", "荣誉"}), {std::move(table)}};
}

Document build(const ReportCase& c) {
  const auto events = events_within(c, is_volunteering);
  const Message title =
      say({"{}: volunteer service{}", "{}志愿服务报告"},
          Message{c.wording.alliance(), c.alliance_and_period()}, c.comma_and_period());
  return {
      .language = c.wording.language(),
      .title = c.wording(title),
      .preface = {sections::as_of_line(c)},
      .sections = present({sections::what_is_counted(c), sections::volunteer_totals(c, events),
                           sections::volunteering_by_month(c, events),
                           sections::volunteering_by_unit(c, events),
                           sections::volunteering_by_kind(c, events), sections::series_in_words(c),
                           sections::trainings(c), honors(c), sections::schedule_not_kept(c)})};
}

}  // namespace

}  // namespace lianxi::volunteers_report

namespace lianxi::reports {
extern constinit const ReportKind volunteers{
    .name = "volunteers",
    .title = {"volunteer service", "志愿服务报告"},
    .doc = {"Volunteer service by month, unit and kind; training, honours, schedules not kept.",
            "志愿服务分月、分单位、分类情况，培训、荣誉和未按安排开展的情况。"},
    .subject = Subject::none,
    .covers = Covers::any,
    .build = volunteers_report::build};
}  // namespace lianxi::reports
