#include <lianxi/records/donations.hpp>
#include <lianxi/rules/rule.hpp>
#include <lianxi/rules/validate/repeated.hpp>

namespace lianxi::receipt_repeated_rule {
static void check(const ValidateCase& c, FindingSink& out) {
  const auto& donations = c.book.donations;
  const auto report = [&](std::size_t i, const Text& first) {
    const Donation& donation = donations[i];
    auto& finding =
        out.add(donation.receipt.at(), name_of(donation),
                say({"receipt {} was given out before", "票据号 {} 已经用过"}, *donation.receipt),
                say({"correct the number, or delete the donation if it is the same one",
                     "请更正票据号；如是同一笔捐赠，请删去重复的记录"}));
    finding.related.push_back({first.at(), say({"first used here", "第一次用在这里"})});
  };
  for_each_repeated(
      donations.size(), [&](std::size_t i) -> const Text& { return donations[i].receipt; }, report);
}
}  // namespace lianxi::receipt_repeated_rule

namespace lianxi::rules {
extern constinit const ValidateRule receipt_repeated{
    {"receipt-repeated",
     Severity::error,
     {"Two donations have the same receipt number.", "两笔捐赠的票据号相同。"},
     {"A receipt is made out once: either a donation was entered twice, or a number was "
      "mistyped and the real receipt cannot be found.",
      "一张票据只开一次：不是同一笔捐赠记了两遍，就是票据号写错，查不到原件。"},
     {R"(donations:
  - {id: d1, date: 2017-05-10, fund: care, amount: 400, receipt: R-017}
  - {id: d2, date: 2017-06-10, fund: care, amount: 300, receipt: R-017}
)",
      R"(捐赠:
  - {编号: d1, 日期: 2017-05-10, 基金: 爱心基金, 金额: 400, 票据号: 收017}
  - {编号: d2, 日期: 2017-06-10, 基金: 爱心基金, 金额: 300, 票据号: 收017}
)"},
     {R"(donations:
  - {id: d1, date: 2017-05-10, fund: care, amount: 400, receipt: R-017}
  - {id: d2, date: 2017-06-10, fund: care, amount: 300, receipt: R-018}
)",
      R"(捐赠:
  - {编号: d1, 日期: 2017-05-10, 基金: 爱心基金, 金额: 400, 票据号: 收017}
  - {编号: d2, 日期: 2017-06-10, 基金: 爱心基金, 金额: 300, 票据号: 收018}
)"}},
    receipt_repeated_rule::check};
}  // namespace lianxi::rules
