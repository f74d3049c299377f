#include <fmt/format.h>

#include <lianxi/figures/budget_pools.hpp>
#include <lianxi/records/budgets.hpp>
#include <lianxi/records/committees.hpp>
#include <lianxi/records/projects.hpp>
#include <lianxi/reports/tables/project_rows.hpp>

namespace lianxi {
namespace {

/// What a year has for a committee, or for all, and the projects that draw on it.
struct BudgetRow {
  std::int32_t year;
  std::string who;
  std::optional<Amount> budget;  ///< Nothing where none was set aside.
  ProjectRows projects;
};

using BudgetRows = std::vector<BudgetRow>;

bool touches(const Period& period, std::int32_t year) {
  return !(period.from && year < period.from->year()) && !(period.to && year > period.to->year());
}

bool is_approved(const ReportCase& c, const Project& project) {
  return amount_by(project.approved, c.as_of).has_value();
}

std::string for_all(const Wording& wording) {
  return wording(Bilingual{"not divided by committee", "未分专委会"});
}

ProjectRows approved_of(const ReportCase& c, const ProjectRows& projects) {
  ProjectRows rows;
  for (const ProjectRow project : projects)
    if (is_approved(c, *project)) rows.push_back(project);
  return rows;
}

/// The budgets of one year: the committees in their order, then what is for all.
void add_year(const ReportCase& c, const Budgets& budgets, std::int32_t year, BudgetRows& rows) {
  const auto add = [&](std::string_view committee, std::string who) {
    const auto pool = budgets.pools.find({year, committee});
    if (pool == budgets.pools.end()) return;
    rows.push_back(
        {year, std::move(who), pool->second.budget, approved_of(c, pool->second.projects)});
  };
  for (const Committee& committee : c.book.committees)
    if (committee.id && c.book.committee(*committee.id) == &committee)
      add(*committee.id, c.wording.named(*committee.id));
  add("", for_all(c.wording));
}

/// The year's approved projects for which nothing was set aside.
void add_without_budget(const ReportCase& c, const Budgets& budgets, std::int32_t year,
                        BudgetRows& rows) {
  ProjectRows projects = projects_of(c, [&](const Project& project) {
    return project.year && *project.year == year && is_approved(c, project) &&
           !budgets.pools.contains({year, ""}) &&
           !budgets.pools.contains({year, project.committee.value_or("")});
  });
  if (!projects.empty())
    rows.push_back(
        {year, c.wording(Bilingual{"no budget", "未安排经费"}), std::nullopt, std::move(projects)});
}

/// The years of all budgets and projects that the period touches, in order.
std::vector<std::int32_t> years_of(const ReportCase& c) {
  std::vector<std::int32_t> years;
  const auto add = [&](const Located<std::int32_t>& year) {
    if (year && touches(c.period, *year)) years.push_back(*year);
  };
  for (const Budget& budget : c.book.budgets) add(budget.year);
  for (const Project& project : c.book.projects)
    if (is_approved(c, project)) add(project.year);
  std::ranges::sort(years);
  years.erase(std::unique(years.begin(), years.end()), years.end());
  return years;
}

/// A committee's own projects, whether its budget or the year's pays for them.
void add_committee(const ReportCase& c, const Budgets& budgets, const Committee& committee,
                   std::int32_t year, BudgetRows& rows) {
  const auto pool = budgets.pools.find({year, *committee.id});
  ProjectRows projects = projects_of(c, [&](const Project& project) {
    return project.year && *project.year == year && is_approved(c, project) &&
           project.committee.value_or("") == *committee.id;
  });
  const bool has_budget = pool != budgets.pools.end();
  if (has_budget || !projects.empty())
    rows.push_back({year, c.wording.named(*committee.id),
                    has_budget ? std::optional(pool->second.budget) : std::nullopt,
                    std::move(projects)});
}

BudgetRows rows_of(const ReportCase& c, const Committee* committee) {
  const Budgets budgets = budgets_of(c.book);
  BudgetRows rows;
  for (const std::int32_t year : years_of(c)) {
    if (committee) {
      add_committee(c, budgets, *committee, year, rows);
    } else {
      add_year(c, budgets, year, rows);
      add_without_budget(c, budgets, year, rows);
    }
  }
  return rows;
}

// ---- the table --------------------------------------------------------------------

struct Sums {
  Amount budget, approved, left, spent, reimbursed;

  Sums& operator+=(const Sums& other) {
    for (const auto member :
         {&Sums::budget, &Sums::approved, &Sums::left, &Sums::spent, &Sums::reimbursed})
      this->*member += other.*member;
    return *this;
  }
};

/// Where nothing was set aside nothing is left.
Sums sums_of(const ReportCase& c, const BudgetRow& row) {
  Sums sums;
  for (const ProjectRow project : row.projects) {
    sums.approved += *amount_by(project->approved, c.as_of);
    sums.spent += spent(*project, {std::nullopt, c.as_of});
    sums.reimbursed += amount_by(project->reimbursed, c.as_of).value_or(Amount{});
  }
  if (row.budget) sums.budget = *row.budget;
  if (row.budget) sums.left = *row.budget - sums.approved;
  return sums;
}

std::vector<std::string> cells_of(std::string year, std::string who, const Sums& sums,
                                  bool has_budget) {
  const std::string none(dash);
  return {std::move(year),
          std::move(who),
          has_budget ? to_text(sums.budget) : none,
          to_text(sums.approved),
          has_budget ? to_text(sums.left) : none,
          to_text(sums.spent),
          to_text(sums.reimbursed)};
}

doc::Table empty_table(const Wording& wording) {
  doc::Table table{{titled(wording, {"Year", "年度"}), titled(wording, {"Committee", "专委会"})},
                   {}};
  for (const Bilingual title : {Bilingual{"Budget", "年度经费"}, Bilingual{"Approved", "已批准"},
                                Bilingual{"Not yet approved", "未安排"},
                                Bilingual{"Spent", "已支出"}, Bilingual{"Reimbursed", "已报销"}})
    table.columns.push_back(titled(wording, title, Holds::figures));
  return table;
}

}  // namespace

std::optional<doc::Section> budgets(const ReportCase& c, const Committee* committee) {
  const BudgetRows rows = rows_of(c, committee);
  if (rows.empty()) return std::nullopt;
  doc::Table table = empty_table(c.wording);
  Sums all;
  for (const BudgetRow& row : rows) {
    const Sums sums = sums_of(c, row);
    const auto cells = cells_of(std::to_string(row.year), row.who, sums, row.budget.has_value());
    table.rows.emplace_back(cells.begin(), cells.end());
    all += sums;
  }
  if (rows.size() > 1)
    add_total(table, cells_of(c.wording(Bilingual{"Total", "合计"}), "", all, true));
  doc::Section section{
      c.wording(say({"Budgets against approvals (amounts in {})", "年度经费安排（金额单位：{}）"},
                    c.wording.currency())),
      {std::move(table)}};
  const auto has_none = [](const BudgetRow& row) { return !row.budget; };
  if (std::ranges::any_of(rows, has_none))
    section.blocks.push_back(doc::Paragraph{c.wording(
        Bilingual{"A dash: nothing was set aside for it alone; it is left out of the total of what "
                  "is not yet approved.",
                  "标“—”的年度未单独安排经费，不计入“未安排”合计。"})});
  return section;
}

}  // namespace lianxi
