// A fund's statement for publication: every movement, what is left, who to turn to.
//
// Whoever was helped is a number here and never a name.
#include <algorithm>
#include <fmt/format.h>
#include <map>

#include <lianxi/records/donations.hpp>
#include <lianxi/records/funds.hpp>
#include <lianxi/records/grants.hpp>
#include <lianxi/records/waivers.hpp>
#include <lianxi/reports/sections/long_tables.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/tables/gift_rows.hpp>
#include <lianxi/reports/words/papers.hpp>

namespace lianxi::fund_report {
namespace {

using GrantRow = const Grant*;
using GrantRows = std::vector<GrantRow>;

/// The fund's figures and movements in the period.
struct Statement {
  const Fund* fund;
  const FundFigures* figures;
  DonationRows income;
  GrantRows outgoings;
  DonationRows goods;  ///< Given to the fund, with or without money; to none where it is the only.
};

bool is_of(const Ref<Target::fund>& named, const Fund& fund) { return named && *named == *fund.id; }

Statement statement_of(const ReportCase& c, const Fund& fund) {
  const auto figures = std::ranges::find(c.figures.funds, *fund.id, &FundFigures::id);
  Statement s{&fund, &*figures, {}, {}, {}};
  for (const Donation* donation : dated_within(c.book.donations, c.scope)) {
    if (is_of(donation->fund, fund) && has_money(*donation)) s.income.push_back(donation);
    const bool is_of_all = !donation->fund.given() && c.book.funds.size() == 1;
    if (is_of(donation->fund, fund) || is_of_all) s.goods.push_back(donation);
  }
  for (const Grant* grant : dated_within(c.book.grants, c.scope))
    if (is_of(grant->fund, fund)) s.outgoings.push_back(grant);
  return s;
}

std::string name_of_fund(const Fund& fund) { return std::string(fund.name.value_or(*fund.id)); }

doc::Block particulars(const ReportCase& c, const Fund& fund) {
  const Wording& wording = c.wording;
  const Unit* steward = fund.steward ? c.book.unit(*fund.steward) : nullptr;
  const std::string keeper = steward ? wording.full_name(*steward) : std::string(dash);
  return facts(wording, {{{"Fund", "基金名称"}, name_of_fund(fund)},
                         {{"Kept by", "管理单位"}, keeper},
                         {{"Established", "设立日期"}, wording.date(fund.established)},
                         {{"Purpose", "基金用途"}, fund.purpose.value_or("")},
                         {{"Period", "公示期间"}, days_told_of(c)}});
}

doc::Section balance(const ReportCase& c, Bilingual title, Amount amount) {
  return {c.wording(title), {doc::Paragraph{amount_text(c, amount)}}};
}

// ---- outgoings --------------------------------------------------------------------------

std::string helped_text(const Wording& wording, const Grant& grant) {
  return grant.beneficiaries ? wording(*grant.beneficiaries) : std::string(dash);
}

constexpr ColumnOf<GrantRow> grant_columns[] = {
    {{"Date", "日期"},
     [](const ReportCase& c, const GrantRow& g) -> doc::Prose { return c.wording.date(g->date); }},
    {{"People helped", "受助人数"},
     [](const ReportCase& c, const GrantRow& g) -> doc::Prose {
       return helped_text(c.wording, *g);
     },
     Holds::figures},
    {{"Amount", "金额"},
     [](const ReportCase&, const GrantRow& g) -> doc::Prose {
       return g->amount ? to_text(*g->amount) : std::string(dash);
     },
     Holds::money},
    {{"Purpose", "用途"},
     [](const ReportCase&, const GrantRow& g) -> doc::Prose { return g->purpose.value_or(dash); },
     Holds::text,
     false},
    {{"Approved by", "批准单位"},
     [](const ReportCase& c, const GrantRow& g) -> doc::Prose {
       return c.wording.named(g->approved_by.value_or(""));
     },
     Holds::text,
     false},
    {{"Voucher", "凭证号"},
     [](const ReportCase&, const GrantRow& g) -> doc::Prose { return g->voucher.value_or(dash); },
     Holds::text,
     false}};

doc::Block outgoings(const ReportCase& c, const Statement& s) {
  if (s.outgoings.empty())
    return doc::Paragraph{c.wording(Bilingual{"Nothing was paid out.", "没有救助支出。"})};
  doc::Table table = table_of(c, grant_columns, s.outgoings);
  drop_empty_columns(table);
  const bool are_counted = std::ranges::any_of(
      s.outgoings, [](const Grant* grant) { return grant->beneficiaries.given(); });
  std::vector<std::string> total{
      c.wording(Bilingual{"Total", "合计"}),
      are_counted ? c.wording(s.figures->beneficiaries) : std::string(dash),
      to_text(s.figures->granted)};
  total.resize(table.columns.size());
  add_total(table, total);
  return table;
}

// ---- running balance --------------------------------------------------------------------

/// Money in or out on a day.
struct Movement {
  Date date;
  std::string what;
  Amount in, out;
};

std::string grant_text(const Wording& wording, const Grant& grant) {
  if (!grant.beneficiaries) return wording(Bilingual{"grant", "救助支出"});
  return wording(say({"grant, people helped: {}", "救助{}人"}, wording(*grant.beneficiaries)));
}

/// By day; what came in on a day stands before what was paid out of it.
std::vector<Movement> movements_of(const ReportCase& c, const Statement& s) {
  std::vector<Movement> movements;
  for (const Donation* d : s.income)
    movements.push_back({*d->date,
                         c.wording(say({"donation: {}", "{}捐款"}, donor_text(c.wording, *d))),
                         d->amount.value_or({}),
                         {}});
  for (const Grant* g : s.outgoings)
    movements.push_back({*g->date, grant_text(c.wording, *g), {}, g->amount.value_or({})});
  std::ranges::stable_sort(movements, {}, &Movement::date);
  return movements;
}

doc::Block running_balance(const ReportCase& c, const Statement& s) {
  const Wording& wording = c.wording;
  doc::Table table{{titled(wording, {"Date", "日期"}), titled(wording, {"Movement", "摘要"}),
                    titled(wording, {"In", "收入"}, Holds::money),
                    titled(wording, {"Out", "支出"}, Holds::money),
                    titled(wording, {"Balance", "余额"}, Holds::money)},
                   {}};
  const auto or_empty = [](Amount amount) {
    return amount == Amount{} ? std::string() : to_text(amount);
  };
  Amount left = s.figures->opening;
  add_cells(table, "", wording(Bilingual{"opening balance", "期初余额"}), "", "", to_text(left));
  for (const Movement& m : movements_of(c, s)) {
    left += m.in;
    left -= m.out;
    add_cells(table, wording.date(m.date), m.what, or_empty(m.in), or_empty(m.out), to_text(left));
  }
  add_total(table, {"", wording(Bilingual{"total and closing balance", "合计和期末余额"}),
                    to_text(s.figures->received), to_text(s.figures->granted), to_text(left)});
  return table;
}

// ---- restricted money -------------------------------------------------------------------

struct Restricted {
  Amount received, paid;
};

/// What was given for one use alone, and what was paid out for just that, from the beginning to the
/// period's end.
std::map<std::string_view, Restricted> restricted(const ReportCase& c, const Fund& fund) {
  std::map<std::string_view, Restricted> uses;
  for (const Donation& donation : c.book.donations)
    if (is_of(donation.fund, fund) && donation.restriction && donation.date &&
        *donation.date <= c.scope.to)
      uses[*donation.restriction].received += donation.amount.value_or({});
  for (const Grant& grant : c.book.grants) {
    const auto use = uses.find(grant.purpose.value_or(""));
    if (is_of(grant.fund, fund) && grant.date && *grant.date <= c.scope.to && use != uses.end())
      use->second.paid += grant.amount.value_or({});
  }
  return uses;
}

std::optional<doc::Section> restricted_money(const ReportCase& c, const Fund& fund) {
  const auto uses = restricted(c, fund);
  if (uses.empty()) return std::nullopt;
  const Wording& wording = c.wording;
  doc::Table table{{titled(wording, {"Only for", "限定用途"}),
                    titled(wording, {"Received", "累计收入"}, Holds::money),
                    titled(wording, {"Paid out for it", "累计支出"}, Holds::money),
                    titled(wording, {"Balance", "余额"}, Holds::money)},
                   {}};
  for (const auto& [use, sums] : uses) {
    Amount left = sums.received;
    left -= sums.paid;
    table.rows.push_back({use, to_text(sums.received), to_text(sums.paid), to_text(left)});
  }
  return doc::Section{
      wording(Bilingual{"Restricted money (part of the balance)", "限定用途资金（含在余额内）"}),
      {std::move(table)}};
}

// ---- closing, publication ---------------------------------------------------------------

doc::Section closing_balance(const ReportCase& c, const FundFigures& f) {
  const auto line = [&](Bilingual label, Amount amount) {
    return doc::Prose(c.wording(say({"{}: {}", "{}{}"}, label, amount_text(c, amount))));
  };
  return {c.wording(Bilingual{"Closing balance", "期末余额"}),
          {doc::Items{{line({"Opening balance", "期初余额"}, f.opening),
                       line({"Received", "收入合计"}, f.received),
                       line({"Paid out", "支出合计"}, f.granted),
                       line({"Closing balance", "期末余额"}, f.closing)}}}};
}

using Entry = const Publication*;

/// What had been made public by the as-of day of the accounts of the period.
std::vector<Entry> published(const ReportCase& c, const Fund& fund) {
  std::vector<Entry> entries;
  for (const Publication& entry : fund.published)
    if (entry.date && *entry.date <= c.as_of &&
        (!entry.until || !c.scope.from || *c.scope.from <= *entry.until))
      entries.push_back(&entry);
  std::ranges::stable_sort(entries, {}, [](Entry entry) { return *entry->date; });
  return entries;
}

constexpr ColumnOf<Entry> publication_columns[] = {
    {{"Published on", "公示日期"},
     [](const ReportCase& c, const Entry& e) -> doc::Prose { return c.wording.date(e->date); }},
    {{"Accounts up to", "账目截至"},
     [](const ReportCase& c, const Entry& e) -> doc::Prose { return c.wording.date(e->until); }},
    {{"Where", "公示地点"},
     [](const ReportCase&, const Entry& e) -> doc::Prose { return e->where.value_or(dash); }}};

doc::Section publication(const ReportCase& c, const Fund& fund) {
  doc::Section section{c.wording(Bilingual{"Publication and objections", "公示和监督"})};
  if (const auto entries = published(c, fund); !entries.empty())
    section.blocks.push_back(table_of(c, publication_columns, entries));
  else
    section.blocks.push_back(doc::Paragraph{c.wording(Bilingual{
        "These accounts have not been made public before.", "本期账目此前没有公示过。"})});
  section.blocks.push_back(objections(c, fund.steward ? c.book.unit(*fund.steward) : nullptr));
  return section;
}

Document build(const ReportCase& c) {
  const Fund* fund = c.book.fund(c.subject);
  if (!fund) return {.language = c.wording.language(), .title = papers::unknown_subject(c)};
  const Statement s = statement_of(c, *fund);
  const auto titled = [&](Bilingual title, doc::Block block) {
    return section_of(c.wording(title), std::move(block));
  };
  doc::Section goods{c.wording(Bilingual{"Goods", "捐赠物资（单独列示）"}),
                     goods_given(c, s.goods)};
  return {
      .language = c.wording.language(),
      .title = c.wording(say({"{}: statement for publication", "{}收支公示"}, name_of_fund(*fund))),
      .preface = {particulars(c, *fund)},
      .sections = those_present(
          balance(c, {"Opening balance", "期初余额"}, s.figures->opening),
          titled({"Income", "收入明细"}, money_given(c, s.income)), std::move(goods),
          titled({"Outgoings", "支出明细"}, outgoings(c, s)),
          titled({"Running balance", "逐笔余额"}, running_balance(c, s)),
          restricted_money(c, *fund), closing_balance(c, *s.figures), publication(c, *fund)),
      .closing = {papers::signature(c, c.as_of)}};
}

}  // namespace

}  // namespace lianxi::fund_report

namespace lianxi::reports {
extern constinit const ReportKind fund{
    .name = "fund",
    .title = {"statement of a fund", "基金公示"},
    .doc = {"A fund's statement for publication: each donation and grant, balance, goods apart.",
            "供公示的基金收支：逐笔捐款和救助、余额，物资单独列示。"},
    .subject = Subject::fund,
    .covers = Covers::any,
    .build = fund_report::build,
    .audience = Audience::the_public,
    .signs_itself = true};
}  // namespace lianxi::reports
