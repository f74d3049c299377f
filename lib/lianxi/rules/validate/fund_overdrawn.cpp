#include <algorithm>
#include <unordered_map>

#include <lianxi/base/unreadable.hpp>
#include <lianxi/records/donations.hpp>
#include <lianxi/records/funds.hpp>
#include <lianxi/records/grants.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::fund_overdrawn_rule {
namespace {

/// Hundredths. Of amounts as large as they may be, ten thousand would outgrow 64 bits.
__extension__ using Sum = __int128;

/// What a fund took in and paid out on one day.
struct DayOfFund {
  Sum change = 0;
  const Grant* last_grant = nullptr;  ///< In book order.
};

struct Account {
  const Fund* fund;
  bool is_known = true;                          ///< Whether all that it took in could be read.
  std::unordered_map<int, DayOfFund> days = {};  ///< By days since the epoch.
};

constexpr Date epoch;

class Accounts {
 public:
  explicit Accounts(const Book& book) {
    for (const Fund& fund : book.funds)
      if (fund.id && by_id_.try_emplace(*fund.id, accounts_.size()).second)
        accounts_.push_back({&fund, !is_unreadable(fund.opening)});
  }

  std::vector<Account>& all() { return accounts_; }

  Account* find(const Text& id) {
    if (!id) return nullptr;
    // Movements of one fund mostly come one after the other.
    if (last_ && *last_->fund->id == *id) return last_;
    const auto at = by_id_.find(*id);
    if (at == by_id_.end()) return nullptr;
    return last_ = &accounts_[at->second];
  }

 private:
  std::vector<Account> accounts_;
  std::unordered_map<std::string_view, std::size_t> by_id_;
  Account* last_ = nullptr;
};

/// Adds the donations; false where one may belong to any fund.
bool add(const Records<Donation>& donations, Accounts& accounts) {
  for (const Donation& donation : donations) {
    if (is_unreadable(donation.fund)) return false;
    Account* account = accounts.find(donation.fund);
    if (!account) continue;
    if (donation.date && donation.amount)
      account->days[*donation.date - epoch].change += donation.amount->hundredths;
    else
      account->is_known = false;
  }
  return true;
}

void add(const Records<Grant>& grants, Accounts& accounts) {
  for (const Grant& grant : grants) {
    Account* account = accounts.find(grant.fund);
    if (!account || !grant.date || !grant.amount) continue;
    DayOfFund& day = account->days[*grant.date - epoch];
    day.change -= grant.amount->hundredths;
    day.last_grant = &grant;
  }
}

void report(const Fund& fund, const Grant& grant, Sum balance, FindingSink& out) {
  if (-balance > largest_amount) refuse_sum(largest_amount);
  const Amount lacking{std::int64_t(-balance)};
  auto& finding =
      out.add(grant.amount.at(), name_of(grant),
              say({"at the end of {} fund {} is overdrawn by {}", "到 {} 日终，基金 {} 透支 {}"},
                  iso(*grant.date), *fund.id, to_text(lacking)),
              say({"enter the donation that is missing, or correct the grants",
                   "请补记遗漏的捐赠，或更正救助记录"}));
  finding.related.push_back({fund.at, say({"the fund", "该基金"})});
}

void check_account(const Account& account, FindingSink& out) {
  std::vector<std::pair<int, DayOfFund>> days(account.days.begin(), account.days.end());
  std::ranges::sort(days, {}, [](const auto& day) { return day.first; });
  Sum balance = account.fund->opening.value_or(Amount()).hundredths;
  for (const auto& [number, day] : days) {
    balance += day.change;
    if (balance >= 0 || !day.last_grant) continue;
    report(*account.fund, *day.last_grant, balance, out);
    return;
  }
}

void check(const ValidateCase& c, FindingSink& out) {
  if (c.book.grants.empty() || c.book.is_incomplete(Donation::type)) return;
  Accounts accounts(c.book);
  if (!add(c.book.donations, accounts)) return;
  add(c.book.grants, accounts);
  for (const Account& account : accounts.all())
    if (account.is_known) check_account(account, out);
}

}  // namespace

}  // namespace lianxi::fund_overdrawn_rule

namespace lianxi::rules {
extern constinit const ValidateRule fund_overdrawn{
    {"fund-overdrawn",
     Severity::error,
     {"A fund has paid out more than it had.", "基金支出超过结余。"},
     {"A fund cannot pay what it does not have: a donation is missing, or a grant has a wrong "
      "amount or day. What came in and went out on one day counts together.",
      "基金付不出没有的钱：不是漏记了捐赠，就是救助的金额或日期写错。同一天的收支合并计算。"},
     {R"(funds:
  - {id: care, name: Care fund, steward: office}
donations:
  - {id: d1, date: 2017-05-10, fund: care, amount: 400}
grants:
  - {id: g1, date: 2017-06-01, fund: care, amount: 4000}
)",
      R"(基金:
  - {编号: 爱心基金, 名称: 爱心基金, 管理单位: 综合办}
捐赠:
  - {编号: d1, 日期: 2017-05-10, 基金: 爱心基金, 金额: 400}
救助:
  - {编号: g1, 日期: 2017-06-01, 基金: 爱心基金, 金额: 4000}
)"},
     {R"(funds:
  - {id: care, name: Care fund, steward: office}
donations:
  - {id: d1, date: 2017-05-10, fund: care, amount: 4000}
grants:
  - {id: g1, date: 2017-06-01, fund: care, amount: 400}
)",
      R"(基金:
  - {编号: 爱心基金, 名称: 爱心基金, 管理单位: 综合办}
捐赠:
  - {编号: d1, 日期: 2017-05-10, 基金: 爱心基金, 金额: 4000}
救助:
  - {编号: g1, 日期: 2017-06-01, 基金: 爱心基金, 金额: 400}
)"}},
    fund_overdrawn_rule::check};
}  // namespace lianxi::rules
