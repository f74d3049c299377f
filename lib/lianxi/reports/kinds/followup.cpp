// The supervision ledger of what was resolved.
#include <lianxi/reports/sections/sections.hpp>

namespace lianxi::followup_report {
namespace {

Document build(const ReportCase& c) {
  const Message title = say({"{0}: supervision ledger{2}", "{1}决议督办台账"}, c.wording.alliance(),
                            c.alliance_and_period(), c.comma_and_period());
  auto sections = sections::supervision_ledger(c);
  std::vector<doc::Block> preface{sections::as_of_line(c)};
  if (sections.empty())
    preface.push_back(doc::Paragraph{c.wording(
        say({"No resolution was made {}.", "{}没有形成需要督办的决议。"}, c.this_period()))});
  return {.language = c.wording.language(),
          .title = c.wording(title),
          .preface = std::move(preface),
          .sections = std::move(sections)};
}

}  // namespace

}  // namespace lianxi::followup_report

namespace lianxi::reports {
extern constinit const ReportKind followup{
    .name = "followup",
    .title = {"supervision ledger", "督办台账"},
    .doc = {"Every resolution with its lead, due dates and reports; totals, overdue, by unit.",
            "逐项决议的牵头单位、时限和落实报告，总体情况、逾期事项和分单位小计。"},
    .subject = Subject::none,
    .covers = Covers::any,
    .build = followup_report::build};
}  // namespace lianxi::reports
