#include <lianxi/base/unreadable.hpp>
#include <lianxi/records/projects.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::reimbursed_unaccepted_rule {
static void check(const ValidateCase& c, FindingSink& out) {
  for (const Project& project : c.book.projects) {
    if (!project.reimbursed.given() || is_unreadable(project.accepted)) continue;
    if (!project.accepted) {
      out.add(project.reimbursed.at(), name_of(project),
              say({"reimbursed without having been accepted", "未经验收就已报销"}),
              say({"enter when it was `accepted`", "请登记“验收”"}));
      continue;
    }
    const auto& grade = project.accepted->grade;
    if (!grade || *grade != Grade::fail) continue;
    auto& finding =
        out.add(project.reimbursed.at(), name_of(project),
                say({"reimbursed although it failed the acceptance", "验收不合格，却已报销"}),
                say({"correct the grade, or have the money returned", "请更正评价，或追回款项"}));
    finding.related.push_back({grade.at(), say({"the grade", "验收评价写在这里"})});
  }
}
}  // namespace lianxi::reimbursed_unaccepted_rule

namespace lianxi::rules {
extern constinit const ValidateRule reimbursed_unaccepted{
    {"reimbursed-unaccepted",
     Severity::error,
     {"A project was reimbursed that was not accepted.", "项目未通过验收就已报销。"},
     {"Money is paid back once the work was looked at and found good enough. Without an "
      "acceptance, or with the grade `fail`, there is nothing to pay for.",
      "验收合格才能报销。没有验收，或者验收评价为不合格，就不应报销。"},
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
)"},
     {R"(projects:
  - id: p1
    title: Youth volunteers
    applicant: league
    year: 2017
    accepted: {date: 2017-05-10, by: office, grade: good}
    expenses:
      - {date: 2017-04-14, item: Vests, amount: 2460}
    reimbursed: {date: 2017-05-20, amount: 2460}
)",
      R"(党建项目:
  - 编号: p1
    标题: 青年志愿服务
    申报单位: 团区委
    年度: 2017
    验收: {日期: 2017-05-10, 单位: 综合办, 评价: 良好}
    支出:
      - {日期: 2017-04-14, 事项: 志愿者马甲, 金额: 2460}
    报销: {日期: 2017-05-20, 金额: 2460}
)"}},
    reimbursed_unaccepted_rule::check};
}  // namespace lianxi::rules
