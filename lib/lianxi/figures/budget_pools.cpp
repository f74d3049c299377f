#include <lianxi/base/unreadable.hpp>
#include <lianxi/figures/budget_pools.hpp>
#include <lianxi/records/budgets.hpp>
#include <lianxi/records/projects.hpp>

namespace lianxi LIANXI_EXPORT {

static void add(const Budget& budget, Budgets& out) {
  if (!budget.year || !budget.amount || is_unreadable(budget.committee)) {
    out.is_complete = false;
    return;
  }
  BudgetPool& pool = out.pools[{*budget.year, budget.committee.value_or("")}];
  pool.budget += *budget.amount;
  pool.budgets.push_back(budget.amount.at());
}

static void assign(const Project& project, Budgets& out) {
  if (!project.approved || !project.approved->amount || !project.year) return;
  if (is_unreadable(project.committee)) return;
  auto pool = out.pools.find({*project.year, project.committee.value_or("")});
  if (pool == out.pools.end()) pool = out.pools.find({*project.year, ""});
  if (pool != out.pools.end()) pool->second.projects.push_back(&project);
}

Budgets budgets_of(const Book& book) {
  Budgets budgets{.pools = {}, .is_complete = !book.is_incomplete(Budget::type)};
  for (const Budget& budget : book.budgets) add(budget, budgets);
  for (const Project& project : book.projects) assign(project, budgets);
  return budgets;
}

}  // namespace lianxi
