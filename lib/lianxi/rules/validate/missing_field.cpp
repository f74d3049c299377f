#include <fmt/format.h>

#include <lianxi/records/alliance.hpp>
#include <lianxi/records/donations.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::missing_field_rule {

static void require(bool needed, const Donation& donation, Bilingual field, Bilingual because,
                    FindingSink& out) {
  if (needed)
    out.add(donation.at, name_of(donation), say({"“{}” is missing", "缺少“{}”"}, field),
            say({"{} needs it", "{}必须写明"}, because));
}

/// Each entry of a policy but the first says from when on it holds.
static void check_policies(const Book& book, FindingSink& out) {
  for (const Alliance& alliance : book.alliances)
    for (std::size_t i = 1; i < alliance.policy.size(); ++i)
      if (const Policy& entry = alliance.policy[i]; !entry.from.given())
        out.add(
            entry.at, "alliance", say({"“{}” is missing", "缺少“{}”"}, Bilingual{"from", "起"}),
            say({"every policy but the first needs it", "除第一条外，每条制度都要写明自哪天起"}));
}

static void check_meetings(const Book& book, FindingSink& out) {
  for (const Meeting& meeting : book.meetings)
    if (meeting.cancelled_on.given() && !meeting.cancelled.given())
      out.add(meeting.at, name_of(meeting),
              say({"“{}” is missing", "缺少“{}”"}, Bilingual{"cancelled", "取消原因"}),
              say({"`cancelled_on` needs it: say why", "写了“取消日期”就要写明取消原因"}));
}

/// Fields that are required always are missed while reading; a donation's depend on
/// what was given.
static void check(const ValidateCase& c, FindingSink& out) {
  check_policies(c.book, out);
  check_meetings(c.book, out);
  constexpr Bilingual money{"money", "捐款"}, goods{"goods", "捐物"}, any{"a donation", "捐赠"};
  for (const Donation& d : c.book.donations) {
    if (d.amount.given() && d.fund.given() && !d.goods.given()) continue;  // as most are
    require(d.amount.given() && !d.fund.given(), d, {"fund", "基金"}, money, out);
    require(d.fund.given() && !d.amount.given(), d, {"amount", "金额"}, money, out);
    require(d.goods.given() && !d.recipient.given(), d, {"recipient", "受赠方"}, goods, out);
    const bool nothing = !d.amount.given() && !d.goods.given() && !d.fund.given();
    require(nothing && d.recipient.given(), d, {"goods", "物资"}, goods, out);
    require(nothing && !d.recipient.given(), d, {"amount", "金额"}, any, out);
  }
}

}  // namespace lianxi::missing_field_rule

namespace lianxi::rules {
extern constinit const ValidateRule missing_field{
    {rule_names::missing_field,
     Severity::error,
     {"A record lacks a field that it must have.", "记录缺少必填项。"},
     {"Without it the record cannot be counted, found or judged. Some fields are required only "
      "together: money needs the fund that received it, goods need their recipient.",
      "缺了必填项，记录就无法统计、查找和核对。有的项要成对出现：捐款要写明入哪个基金，捐物要写明受"
      "赠方。"},
     {R"(units:
  - id: north
)",
      R"(单位:
  - 编号: 北广场
)"},
     {R"(units:
  - id: north
    name: North Gate Office
)",
      R"(单位:
  - 编号: 北广场
    名称: 北广场管理处
)"}},
    missing_field_rule::check};
}  // namespace lianxi::rules
