#include <fmt/format.h>

#include <lianxi/records/committees.hpp>
#include <lianxi/records/plans.hpp>
#include <lianxi/records/projects.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/tables/project_rows.hpp>
#include <lianxi/reports/tables/task_rows.hpp>

namespace lianxi {
namespace {

doc::Section tasks(const ReportCase& c) {
  const AchievedByTasks achieved(c.book, c.as_of);
  PlannedTasks led;
  for (const Plan* plan : plans_by_year(c))
    for (const PlannedTask& planned : tasks_of(c, *plan, achieved)) {
      // By its due date, whether that has come or not; unreadable ones are in every period.
      const auto due = due_of(*plan, *planned.task);
      if (planned.task->lead.value_or("") == c.subject && (!due || c.period.contains(*due)))
        led.push_back(planned);
    }
  doc::Section section{c.wording(Bilingual{"Tasks", "牵头任务"})};
  if (led.empty()) {
    section.blocks.push_back(doc::Paragraph{c.wording(
        say({"It leads no task of a plan {}.", "{}没有牵头的年度计划任务。"}, c.this_period()))});
    return section;
  }
  using namespace task_columns;
  const TaskColumn columns[] = {year_and_id, title, support, due, target, task_columns::achieved,
                                state};
  section.blocks = {summary_of(c.wording, led), table_of(c, columns, led)};
  return section;
}

std::vector<doc::Section> projects_and_money(const ReportCase& c, const Committee& committee) {
  const auto rows = projects_of(c, [&](const Project& project) {
    return project.committee.value_or("") == c.subject && is_under_way(c, project);
  });
  if (rows.empty())
    return present({doc::Section{c.wording(Bilingual{"Projects", "党建项目"}),
                                 {doc::Paragraph{c.wording(say(
                                     {"It had no project under way {}.", "{}没有在办的党建项目。"},
                                     c.this_period()))}}},
                    budgets(c, &committee)});
  return present({stages_of(c, rows), money_of(c, rows), budgets(c, &committee)});
}

}  // namespace

doc::Block sections::facts_of_committee(const ReportCase& c) {
  const Committee* committee = c.book.committee(c.subject);
  if (!committee) return as_of_line(c);
  return facts(c.wording, {{{"Lead", "牵头单位"}, c.wording.named(committee->lead.value_or(""))},
                           {{"Members", "成员单位"}, c.wording.all_named(committee->members)},
                           {{"Duty", "职责"}, committee->duty.value_or("")},
                           {{"As of", "截至"}, c.wording.date(c.as_of)}});
}

std::vector<doc::Section> sections::work_of_committee(const ReportCase& c) {
  const Committee* committee = c.book.committee(c.subject);
  if (!committee) return {};
  std::vector<doc::Section> sections{tasks(c)};
  for (doc::Section& section : projects_and_money(c, *committee))
    sections.push_back(std::move(section));
  return sections;
}

}  // namespace lianxi
