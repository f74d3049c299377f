#include <fmt/format.h>

#include <lianxi/records/projects.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/tables/project_rows.hpp>

namespace lianxi {

static bool is_wanted(const ReportCase& c, const Project& project) {
  if (!is_known(c, project)) return false;
  return !c.period.from || (project.year && *project.year == c.period.from->year());
}

static doc::Section none(const ReportCase& c) {
  return {c.wording(Bilingual{"Stages of the projects", "项目进展"}),
          {doc::Paragraph{c.wording(
              say({"No project was applied for {}.", "{}没有申报党建项目。"}, c.this_period()))}}};
}

std::vector<doc::Section> sections::project_stages(const ReportCase& c) {
  const auto rows = projects_of(c, [&](const Project& project) { return is_wanted(c, project); });
  if (rows.empty()) return present({none(c), budgets(c)});
  return present({stages_of(c, rows), money_of(c, rows), expenses_of(c, rows), budgets(c)});
}

}  // namespace lianxi
