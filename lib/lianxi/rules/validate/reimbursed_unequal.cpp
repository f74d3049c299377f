#include <lianxi/base/unreadable.hpp>
#include <lianxi/records/projects.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::reimbursed_unequal_rule {
namespace {

/// The sum of the expenses, or nothing where one could not be read.
std::optional<Amount> spent_on(const Project& project) {
  if (is_unreadable(project.expenses)) return std::nullopt;
  Amount spent;
  for (const Expense& expense : project.expenses) {
    if (!expense.amount) return std::nullopt;
    spent += *expense.amount;
  }
  return spent;
}

void check(const ValidateCase& c, FindingSink& out) {
  for (const Project& project : c.book.projects) {
    if (!project.reimbursed || !project.reimbursed->amount) continue;
    const auto& reimbursed = project.reimbursed->amount;
    const auto spent = spent_on(project);
    if (!spent || *spent == *reimbursed) continue;
    out.add(reimbursed.at(), name_of(project),
            say({"{} were reimbursed, but the expenses come to {}", "报销 {}，而支出合计为 {}"},
                to_text(*reimbursed), to_text(*spent)),
            say({"correct the amount, or enter the expenses that are missing",
                 "请更正金额，或补记遗漏的支出"}));
  }
}

}  // namespace

}  // namespace lianxi::reimbursed_unequal_rule

namespace lianxi::rules {
extern constinit const ValidateRule reimbursed_unequal{
    {"reimbursed-unequal",
     Severity::error,
     {"What was reimbursed is not what was spent.", "报销金额与支出合计不符。"},
     {"Projects are paid back at cost: what was reimbursed is the sum of the expenses, to the "
      "cent.",
      "项目实报实销：报销金额应等于各笔支出之和，分毫不差。"},
     {R"(projects:
  - id: p1
    title: Youth volunteers
    applicant: league
    year: 2017
    expenses:
      - {date: 2017-04-14, item: Vests, amount: 2460}
    reimbursed: {date: 2017-05-20, amount: 2640}
)",
      R"(党建项目:
  - 编号: p1
    标题: 青年志愿服务
    申报单位: 团区委
    年度: 2017
    支出:
      - {日期: 2017-04-14, 事项: 志愿者马甲, 金额: 2460}
    报销: {日期: 2017-05-20, 金额: 2640}
)"},
     {R"(projects:
  - id: p1
    title: Youth volunteers
    applicant: league
    year: 2017
    expenses:
      - {date: 2017-04-14, item: Vests, amount: 2460}
    reimbursed: {date: 2017-05-20, amount: 2460}
)",
      R"(党建项目:
  - 编号: p1
    标题: 青年志愿服务
    申报单位: 团区委
    年度: 2017
    支出:
      - {日期: 2017-04-14, 事项: 志愿者马甲, 金额: 2460}
    报销: {日期: 2017-05-20, 金额: 2460}
)"}},
    reimbursed_unequal_rule::check};
}  // namespace lianxi::rules
