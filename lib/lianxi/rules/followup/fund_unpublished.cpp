#include <fmt/format.h>
#include <optional>
#include <set>
#include <unordered_map>

#include <lianxi/base/unreadable.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/donations.hpp>
#include <lianxi/records/funds.hpp>
#include <lianxi/records/grants.hpp>
#include <lianxi/rules/followup/turns_of_phrase.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::fund_unpublished_rule {
namespace {

/// What of a fund was made public, and the days on which its money moved.
struct Ledger {
  std::optional<Date> covered;  ///< The last day of what was published by D.
  std::set<Date> days = {};
};

/// By the fund's id.
using Ledgers = std::unordered_map<std::string_view, Ledger>;

std::optional<Date> last_covered(const Fund& fund, Date as_of) {
  std::optional<Date> last;
  for (const Publication& entry : fund.published)
    if (entry.date && entry.until && *entry.date <= as_of && (!last || *last < *entry.until))
      last = *entry.until;
  return last;
}

Ledgers ledgers_of(const Compliance& c) {
  Ledgers ledgers;
  for (const Fund& fund : c.book.funds)
    if (fund.id && !is_unreadable(fund.published))
      ledgers.try_emplace(*fund.id, Ledger{last_covered(fund, c.as_of)});
  return ledgers;
}

template <class Movement>
void note(const Records<Movement>& movements, Ledgers& ledgers) {
  for (const Movement& moved : movements) {
    if (!moved.fund || !moved.date) continue;
    if (const auto at = ledgers.find(*moved.fund); at != ledgers.end())
      at->second.days.insert(*moved.date);
  }
}

void add(const Fund& fund, Date day, int allowed, const Compliance& c, FindingSink& out) {
  out.add(fund.at, name_of(fund), {day + allowed + 1, Nature::open, fund.steward.value_or("")},
          say({"money of {} moved on {}, {} ago, and was not made public; {} are allowed",
               "基金 {} 于 {} 发生收支，至今 {}仍未公示；制度规定的期限为 {}"},
              *fund.id, iso(day), days(c.as_of - day), days(allowed)),
          say({"publish its accounts, and enter `published: [{{date: …, until: …}}]`",
               "请公示基金收支，并登记“公示: [{{公示日期: …, 截至: …}}]”"}));
}

/// A finding for each day that is older than the policy allows and not covered: of those that
/// are asked for the judge leaves the first.
void check(const Compliance& c, FindingSink& out) {
  Ledgers ledgers = ledgers_of(c);
  note(c.book.donations, ledgers);
  note(c.book.grants, ledgers);
  for (const Fund& fund : c.book.funds) {
    const auto at =
        fund.id && c.book.fund(*fund.id) == &fund ? ledgers.find(*fund.id) : ledgers.end();
    if (at == ledgers.end()) continue;
    for (const Date day : at->second.days) {
      const int allowed = *c.book.policy_on(day).publish_days;
      const bool is_covered = at->second.covered && day <= *at->second.covered;
      if (!is_covered && day < c.as_of - allowed) add(fund, day, allowed, c, out);
    }
  }
}

}  // namespace

}  // namespace lianxi::fund_unpublished_rule

namespace lianxi::rules {
extern constinit const FollowupRule fund_unpublished{
    {rule_names::fund_unpublished,
     Severity::warning,
     {"Donations or grants of a fund were not made public in time.", "基金收支逾期未公示。"},
     {"People give because they can see where it goes. The policy says within how many days what "
      "came in and went out is made public (`publish_days`, 90 where it says nothing).",
      "大家愿意捐，是因为看得见钱用到了哪里。制度规定了收支公示的期限（“公示期限”，未规定时为 90 "
      "天）。"},
     {R"(# as of 2017-09-30
funds:
  - {id: care, name: Care fund, steward: office}
donations:
  - {id: d1, date: 2017-05-10, fund: care, amount: 4000}
)",
      R"(# 截至 2017-09-30
基金:
  - {编号: 爱心基金, 名称: 爱心基金, 管理单位: 综合办}
捐赠:
  - {编号: d1, 日期: 2017-05-10, 基金: 爱心基金, 金额: 4000}
)"},
     {R"(funds:
  - id: care
    name: Care fund
    steward: office
    published:
      - {date: 2017-07-05, until: 2017-06-30, where: notice board}
donations:
  - {id: d1, date: 2017-05-10, fund: care, amount: 4000}
)",
      R"(基金:
  - 编号: 爱心基金
    名称: 爱心基金
    管理单位: 综合办
    公示:
      - {公示日期: 2017-07-05, 截至: 2017-06-30, 公示地点: 站区公告栏}
捐赠:
  - {编号: d1, 日期: 2017-05-10, 基金: 爱心基金, 金额: 4000}
)"}},
    fund_unpublished_rule::check};
}  // namespace lianxi::rules
