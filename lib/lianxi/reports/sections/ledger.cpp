#include <fmt/format.h>

#include <lianxi/reports/sections/scores.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/tables/resolution_rows.hpp>

namespace lianxi {
namespace {

doc::Section every_resolution(const ReportCase& c) {
  using namespace resolution_columns;
  const ResolutionColumn columns[] = {id,        meeting,      matter,   lead,      support,
                                      head,      status,       light,    first_due, present_due,
                                      revisions, days_overdue, history,  stages,    next_step,
                                      effect,    problem,      reminded, closed_by, evidence};
  doc::Table table =
      table_of(c, columns, resolutions_of(c.current, [](const auto&) { return true; }));
  drop_empty_columns(table);
  return {c.wording(Bilingual{"The ledger", "台账明细"}), {std::move(table)}};
}

doc::Section totals(const ReportCase& c) {
  const Wording& wording = c.wording;
  const Compliance& compliance = c.current;
  doc::Table table;
  for (const Bilingual title :
       {Bilingual{"Resolutions", "决议总数"}, Bilingual{"Completed", "已完成"},
        Bilingual{"Completion rate", "办结率"}, Bilingual{"Reports on time", "落实报告按时率"}})
    table.columns.push_back(titled(wording, title, Holds::figures));
  const auto done = std::ranges::count(compliance.resolutions, ResolutionStatus::done,
                                       &ResolutionCompliance::status);
  table.rows.push_back({number(std::int64_t(compliance.resolutions.size())), number(done),
                        wording.rate(compliance.completion_rate),
                        wording.rate(compliance.on_time_rate)});
  const doc::Paragraph definitions{
      wording(say({"Completion rate: completed of all that were not {}. Reports on time: of "
                   "those on time, late or missing.",
                   "办结率为已完成事项占全部事项（不含{}）的比例；落实报告按时率为按时报告占按时、"
                   "迟报、未报之和的比例。"},
                  given_up_in(compliance)))};
  return {wording(Bilingual{"Totals", "总体情况"}), {std::move(table), definitions}};
}

}  // namespace

std::vector<doc::Section> sections::supervision_ledger(const ReportCase& c) {
  if (c.current.resolutions.empty()) return {};
  return present({every_resolution(c), totals(c), overdue(c, c.current), subtotals(c)});
}

}  // namespace lianxi
