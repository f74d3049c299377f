#include <fmt/format.h>

#include <lianxi/base/chinese_numerals.hpp>
#include <lianxi/records/donations.hpp>
#include <lianxi/records/units.hpp>
#include <lianxi/records/waivers.hpp>
#include <lianxi/reports/tables/gift_rows.hpp>
#include <lianxi/reports/words/papers.hpp>

namespace lianxi {

std::string donor_text(const Wording& wording, const Donation& donation) {
  if (!donation.donor) return wording(Bilingual{"anonymous", "匿名"});
  return wording.named(*donation.donor);
}

bool has_money(const Donation& donation) {
  return donation.amount.given() || (donation.fund.given() && donation.goods.empty());
}

std::string days_told_of(const ReportCase& c) {
  if (c.scope.from) return c.days();
  return c.wording(say({"Up to {}", "截至{}"}, c.wording.date(c.scope.to)));
}

/// What it was given for, and what it may be used for alone.
static std::string purpose_text(const ReportCase& c, const Donation& donation) {
  std::string text(donation.purpose.value_or(""));
  if (donation.restriction) {
    if (!text.empty()) text += "\n";
    text += c.wording(say({"only for: {}", "限定用途：{}"}, *donation.restriction));
  }
  return text.empty() ? std::string(dash) : text;
}

std::string amount_text(const ReportCase& c, Amount amount) {
  const Wording& wording = c.wording;
  const std::string text = wording.money(amount);
  if (wording.language() != Language::zh || !wording.has_capitals()) return text;
  return text + "（大写：" + capital_amount(amount) + "）";
}

namespace donation_columns {

using Case = const ReportCase&;
using Row = const DonationRow&;

constinit const DonationColumn day{
    {"Date", "日期"}, [](Case c, Row d) -> doc::Prose { return c.wording.date(d->date); }};
constinit const DonationColumn donor{
    {"Donor", "捐赠方"}, [](Case c, Row d) -> doc::Prose { return donor_text(c.wording, *d); }};
constinit const DonationColumn money{
    {"Amount", "金额"},
    [](Case, Row d) -> doc::Prose { return d->amount ? to_text(*d->amount) : std::string(dash); },
    Holds::money};
constinit const DonationColumn receipt{
    {"Receipt", "票据号"},
    [](Case, Row d) -> doc::Prose { return d->receipt.value_or(dash); },
    Holds::text,
    false};
constinit const DonationColumn purpose{
    {"Purpose", "用途"},
    [](Case c, Row d) -> doc::Prose { return purpose_text(c, *d); },
    Holds::text,
    false};
constinit const DonationColumn recipient{{"Recipient", "受赠方"}, [](Case c, Row d) -> doc::Prose {
                                           return c.wording.named(d->recipient.value_or(""));
                                         }};

}  // namespace donation_columns

// ---- money ------------------------------------------------------------------------------

doc::Block money_given(const ReportCase& c, const DonationRows& donations) {
  if (donations.empty())
    return doc::Paragraph{c.wording(Bilingual{"No money was received.", "没有收到捐款。"})};
  const DonationColumn columns[] = {donation_columns::day, donation_columns::donor,
                                    donation_columns::money, donation_columns::purpose,
                                    donation_columns::receipt};
  doc::Table table = table_of(c, columns, donations);
  drop_empty_columns(table);
  Amount sum;
  for (const Donation* donation : donations) sum += donation->amount.value_or({});
  std::vector<std::string> total{c.wording(Bilingual{"Total", "合计"}), "", to_text(sum)};
  total.resize(table.columns.size());
  add_total(table, total);
  return table;
}

// ---- goods ------------------------------------------------------------------------------

namespace {

/// Goods of one kind in a donation.
struct Gift {
  const Donation* donation;
  const Goods* goods;
};

using Gifts = std::vector<Gift>;
using GiftColumn = ColumnOf<Gift>;

Gifts gifts_of(const DonationRows& donations) {
  Gifts gifts;
  for (const Donation* donation : donations)
    for (const Goods& goods : donation->goods) gifts.push_back({donation, &goods});
  return gifts;
}

std::string quantity_text(const Wording& wording, const Goods& goods) {
  if (!goods.quantity) return std::string(dash);
  const std::string quantity = wording(*goods.quantity);
  return goods.uom ? quantity + " " + std::string(*goods.uom) : quantity;
}

constexpr GiftColumn gift_columns[] = {
    {{"Date", "日期"},
     [](const ReportCase& c, const Gift& g) -> doc::Prose {
       return c.wording.date(g.donation->date);
     }},
    {{"Donor", "捐赠方"},
     [](const ReportCase& c, const Gift& g) -> doc::Prose {
       return donor_text(c.wording, *g.donation);
     }},
    {{"Recipient", "受赠方"},
     [](const ReportCase& c, const Gift& g) -> doc::Prose {
       return c.wording.named(g.donation->recipient.value_or(""));
     }},
    {{"Goods", "品名"},
     [](const ReportCase&, const Gift& g) -> doc::Prose { return g.goods->item.value_or(dash); }},
    {{"Quantity", "数量"},
     [](const ReportCase& c, const Gift& g) -> doc::Prose {
       return quantity_text(c.wording, *g.goods);
     },
     Holds::figures},
    {{"Value", "估值"},
     [](const ReportCase&, const Gift& g) -> doc::Prose {
       return g.goods->value ? to_text(*g.goods->value) : std::string(dash);
     },
     Holds::money},
    {{"Valued by", "计价依据"},
     [](const ReportCase&, const Gift& g) -> doc::Prose { return g.goods->basis.value_or(dash); }},
    {{"Purpose", "用途"},
     [](const ReportCase& c, const Gift& g) -> doc::Prose {
       return donation_columns::purpose.cell(c, g.donation);
     },
     Holds::text,
     false},
    {{"Kept at", "存放地点"}, [](const ReportCase&, const Gift& g) -> doc::Prose {
       return g.donation->place.value_or(dash);
     }}};

std::string value_text(const ReportCase& c, const Gifts& gifts) {
  Amount sum;
  std::int64_t without = 0;
  for (const Gift& gift : gifts) {
    sum += gift.goods->value.value_or({});
    without += !gift.goods->value;
  }
  std::string text =
      c.wording(say({"Value of the goods in all: {}; it is not part of any sum of money.",
                     "物资估值合计{}，单独列示，不计入资金收支。"},
                    c.wording.money(sum)));
  if (without > 0)
    text += c.wording(say({" Not valued: {}.", "另有{}项未估值。"}, with_thousands(without)));
  return text;
}

}  // namespace

std::vector<doc::Block> goods_given(const ReportCase& c, const DonationRows& donations) {
  const Gifts gifts = gifts_of(donations);
  if (gifts.empty())
    return {doc::Paragraph{c.wording(Bilingual{"No goods were received.", "没有收到捐赠物资。"})}};
  doc::Table table = table_of(c, gift_columns, gifts);
  drop_empty_columns(table);
  return {std::move(table), doc::Paragraph{value_text(c, gifts)}};
}

// ---- objections -----------------------------------------------------------------------------

doc::Block objections(const ReportCase& c, const Unit* steward) {
  const Unit* office = papers::office_of(c);
  std::string whom = papers::office_name(c);
  if (office) whom += c.wording(say({" ({})", "（{}）"}, c.wording.full_name(*office)));
  if (steward && steward != office)
    whom = c.wording(say({"{}, which keeps the fund, or to the {}", "基金管理单位{}或{}"},
                         c.wording.full_name(*steward), whom));
  doc::Prose text(c.wording(
      say({"Objections to what is published here go to: {}.", "对公示内容如有异议，请向{}反映。"},
          whom)));
  const Unit* asked = steward ? steward : office;
  if (asked && asked->contact && !c.is_for_the_public()) {
    text += c.wording(Bilingual{" Contact: ", "联系方式："});
    text += doc::Prose::contact(*asked->contact);
    text += c.wording(Bilingual{".", "。"});
  }
  return doc::Paragraph{text};
}

}  // namespace lianxi
