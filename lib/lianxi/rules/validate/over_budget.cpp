#include <algorithm>

#include <lianxi/figures/budget_pools.hpp>
#include <lianxi/records/projects.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::over_budget_rule {
namespace {

std::string difference(Amount more, Amount less) { return to_text(more - less); }

void check_approved(const Project& project, FindingSink& out) {
  if (!project.applied || !project.applied->amount) return;
  const auto& applied = project.applied->amount;
  const auto& approved = project.approved->amount;
  if (!approved || *approved <= *applied) return;
  auto& finding = out.add(
      approved.at(), name_of(project),
      say({"{} were approved, {} more than the {} applied for", "批准 {}，比申报多 {}（申报 {}）"},
          to_text(*approved), difference(*approved, *applied), to_text(*applied)),
      say({"correct one of the two amounts", "请更正其中一个金额"}));
  finding.related.push_back({applied.at(), say({"applied for", "申报金额写在这里"})});
}

/// Reports the expenses at the one with which they come to more than was approved.
void check_spent(const Project& project, FindingSink& out) {
  const auto& approved = project.approved->amount;
  if (!approved) return;
  Amount spent;
  Place at = Place::none;
  for (const Expense& expense : project.expenses) {
    if (!expense.amount) continue;
    spent += *expense.amount;
    if (at == Place::none && spent > *approved) at = expense.amount.at();
  }
  if (at == Place::none) return;
  auto& finding =
      out.add(at, name_of(project),
              say({"expenses come to {}, {} more than the {} approved",
                   "支出合计 {}，比批准多 {}（批准 {}）"},
                  to_text(spent), difference(spent, *approved), to_text(*approved)),
              say({"correct the amounts, or have more approved", "请更正金额，或补办追加批准"}));
  finding.related.push_back({approved.at(), say({"approved", "批准金额写在这里"})});
}

void report(const Project& project, std::int32_t year, const BudgetPool& pool, Amount approved,
            FindingSink& out) {
  auto& finding =
      out.add(project.approved->amount.at(), name_of(project),
              say({"with this project {} were approved for {}, {} more than the budget of {}",
                   "连同本项目共批准 {}（{} 年度），比年度经费多 {}（经费 {}）"},
                  to_text(approved), year, difference(approved, pool.budget), to_text(pool.budget)),
              say({"correct the amounts, or raise the budget", "请更正金额，或调整年度经费"}));
  for (const Place at : pool.budgets)
    finding.related.push_back({at, say({"the budget", "年度经费写在这里"})});
}

/// Reports the first project with which those of a pool, by day of approval, come to more
/// than it holds.
void check_pool(std::int32_t year, BudgetPool& pool, FindingSink& out) {
  std::ranges::stable_sort(pool.projects, {}, [](const Project* project) {
    const auto& day = project->approved->date;
    return day ? std::optional(*day) : std::nullopt;
  });
  Amount approved;
  for (const Project* project : pool.projects) {
    approved += *project->approved->amount;
    if (approved <= pool.budget) continue;
    report(*project, year, pool, approved, out);
    return;
  }
}

void check(const ValidateCase& c, FindingSink& out) {
  for (const Project& project : c.book.projects) {
    if (!project.approved) continue;
    check_approved(project, out);
    check_spent(project, out);
  }
  // A budget that could not be read may be the one that is needed.
  auto [pools, is_complete] = budgets_of(c.book);
  if (!is_complete) return;
  for (auto& [key, pool] : pools) check_pool(key.first, pool, out);
}

}  // namespace

}  // namespace lianxi::over_budget_rule

namespace lianxi::rules {
extern constinit const ValidateRule over_budget{
    {"over-budget",
     Severity::error,
     {"More money was approved or spent than there was.", "批准或支出的金额超出额度。"},
     {"No more is approved than was applied for, no more is spent than was approved, and the "
      "projects of a year stay within the budgets of that year: those of a committee within its"
      " own where it has one, the others within the rest.",
      "批准不超过申报，支出不超过批准，一年的项目不超过当年的经费：专委会有专门经费的，其项目在该"
      "经费之内；其余项目在其余经费之内。"},
     {R"(projects:
  - id: p1
    title: Youth volunteers
    applicant: league
    year: 2017
    applied: {date: 2017-03-01, amount: 6000}
    approved: {date: 2017-03-10, amount: 8000}
)",
      R"(党建项目:
  - 编号: p1
    标题: 青年志愿服务
    申报单位: 团区委
    年度: 2017
    申报: {日期: 2017-03-01, 金额: 6000}
    批准: {日期: 2017-03-10, 金额: 8000}
)"},
     {R"(projects:
  - id: p1
    title: Youth volunteers
    applicant: league
    year: 2017
    applied: {date: 2017-03-01, amount: 8000}
    approved: {date: 2017-03-10, amount: 6000}
)",
      R"(党建项目:
  - 编号: p1
    标题: 青年志愿服务
    申报单位: 团区委
    年度: 2017
    申报: {日期: 2017-03-01, 金额: 8000}
    批准: {日期: 2017-03-10, 金额: 6000}
)"}},
    over_budget_rule::check};
}  // namespace lianxi::rules
