// What units need of each other and have to offer: needs, resources, experience.
#include <lianxi/book/book.hpp>
#include <lianxi/records/requests.hpp>
#include <lianxi/records/shares.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/tables/event_rows.hpp>

namespace lianxi::exchange_report {
namespace {

doc::Section part(const ReportCase& c, Bilingual title, doc::Table table, Bilingual none) {
  if (table.rows.empty()) return {c.wording(title), {doc::Paragraph{c.wording(none)}}};
  return {c.wording(title), {std::move(table)}};
}

Document build(const ReportCase& c) {
  const Message title = say({"{}: needs and resources{}", "{2}供需清单"}, c.wording.alliance(),
                            c.comma_and_period(), c.alliance_and_period());
  const auto is_resource = [](const Share& s) { return s.kind && *s.kind == ShareKind::resource; };
  const auto is_other = [](const Share& s) { return !s.kind || *s.kind != ShareKind::resource; };
  return {.language = c.wording.language(),
          .title = c.wording(title),
          .preface = {sections::as_of_line(c)},
          .sections = {
              part(c, {"Needs and who took them up", "需求和认领情况"}, requests_table(c),
                   {"No unit asked for anything.", "没有提出需求。"}),
              part(c, {"Resources and who uses them", "资源和使用情况"},
                   shares_table(c, is_resource), {"No resource was offered.", "没有提供资源。"}),
              part(c, {"Experience and information shared", "经验信息"}, shares_table(c, is_other),
                   {"No experience was shared.", "没有交流经验信息。"})}};
}

}  // namespace

}  // namespace lianxi::exchange_report

namespace lianxi::reports {
extern constinit const ReportKind exchange{
    .name = "exchange",
    .title = {"needs and resources", "供需清单"},
    .doc = {"What units asked for and who took it up, what they offer, what they learned.",
            "各单位的需求和认领情况、可用的资源、交流的经验信息。"},
    .subject = Subject::none,
    .covers = Covers::any,
    .build = exchange_report::build};
}  // namespace lianxi::reports
