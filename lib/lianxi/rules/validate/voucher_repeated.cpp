#include <algorithm>

#include <lianxi/records/grants.hpp>
#include <lianxi/records/projects.hpp>
#include <lianxi/rules/rule.hpp>
#include <lianxi/rules/validate/repeated.hpp>

namespace lianxi::voucher_repeated_rule {
namespace {

/// A payment with a voucher: a grant, or an expense of a project.
struct Payment {
  const Text* voucher;
  const Grant* grant;
  const Project* project;

  std::string name() const { return grant ? name_of(*grant) : name_of(*project); }
};

/// All of them in book order.
std::vector<Payment> payments_of(const Book& book) {
  std::vector<Payment> payments;
  for (const Grant& grant : book.grants)
    if (grant.voucher) payments.push_back({&grant.voucher, &grant, nullptr});
  const auto grants = std::ptrdiff_t(payments.size());
  for (const Project& project : book.projects)
    for (const Expense& expense : project.expenses)
      if (expense.voucher) payments.push_back({&expense.voucher, nullptr, &project});
  std::ranges::inplace_merge(payments, payments.begin() + grants, {},
                             [](const Payment& payment) { return payment.voucher->at(); });
  return payments;
}

void check(const ValidateCase& c, FindingSink& out) {
  const auto payments = payments_of(c.book);
  const auto report = [&](std::size_t i, const Text& first) {
    const Payment& payment = payments[i];
    auto& finding =
        out.add(payment.voucher->at(), payment.name(),
                say({"voucher {} was used before", "凭证号 {} 已经用过"}, **payment.voucher),
                say({"correct the number, or delete what was entered twice",
                     "请更正凭证号；如是同一笔付款，请删去重复的记录"}));
    finding.related.push_back({first.at(), say({"first used here", "第一次用在这里"})});
  };
  for_each_repeated(
      payments.size(), [&](std::size_t i) -> const Text& { return *payments[i].voucher; }, report);
}

}  // namespace

}  // namespace lianxi::voucher_repeated_rule

namespace lianxi::rules {
extern constinit const ValidateRule voucher_repeated{
    {"voucher-repeated",
     Severity::error,
     {"The same voucher number stands for two grants or expenses.", "两笔救助或支出的凭证号相同。"},
     {"A voucher backs one payment: with two of them, one was entered twice or has a wrong "
      "number, and an audit would find money without a voucher.",
      "一个凭证号对应一笔付款：重复了，不是同一笔记了两遍，就是号码写错，审计时就会有一笔钱对不上"
      "凭证。"},
     {R"(grants:
  - {id: g1, date: 2017-06-01, fund: care, amount: 400, voucher: V-001}
  - {id: g2, date: 2017-07-01, fund: care, amount: 300, voucher: V-001}
)",
      R"(救助:
  - {编号: g1, 日期: 2017-06-01, 基金: 爱心基金, 金额: 400, 凭证号: 支001}
  - {编号: g2, 日期: 2017-07-01, 基金: 爱心基金, 金额: 300, 凭证号: 支001}
)"},
     {R"(grants:
  - {id: g1, date: 2017-06-01, fund: care, amount: 400, voucher: V-001}
  - {id: g2, date: 2017-07-01, fund: care, amount: 300, voucher: V-002}
)",
      R"(救助:
  - {编号: g1, 日期: 2017-06-01, 基金: 爱心基金, 金额: 400, 凭证号: 支001}
  - {编号: g2, 日期: 2017-07-01, 基金: 爱心基金, 金额: 300, 凭证号: 支002}
)"}},
    voucher_repeated_rule::check};
}  // namespace lianxi::rules
