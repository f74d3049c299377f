#include <fmt/format.h>

#include <lianxi/base/chinese_numerals.hpp>
#include <lianxi/records/donations.hpp>
#include <lianxi/records/funds.hpp>
#include <lianxi/records/grants.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/tables/event_rows.hpp>
#include <lianxi/reports/tables/gift_rows.hpp>

namespace lianxi {
namespace {

std::string goods_text(const Wording& wording, const Donation& donation) {
  std::string text;
  for (const Goods& goods : donation.goods) {
    if (!text.empty()) text += "\n";
    text += goods.item.value_or("?");
    if (goods.quantity) text += " " + wording(*goods.quantity) + " ";
    text += goods.uom.value_or("");
  }
  return text.empty() ? std::string(dash) : text;
}

/// The fund, and who got the goods.
std::string receiver_text(const ReportCase& c, const Donation& donation) {
  std::string text;
  if (const Fund* fund = donation.fund ? c.book.fund(*donation.fund) : nullptr)
    text = fund->name.value_or(*donation.fund);
  if (donation.recipient) {
    if (!text.empty()) text += "\n";
    text += c.wording.named(*donation.recipient);
  }
  return text.empty() ? std::string(dash) : text;
}

bool is_from(const Book& book, const Donation& donation, const Unit& donor) {
  return donation.donor && book.unit_named(*donation.donor) == &donor;
}

}  // namespace

doc::Table donations_table(const ReportCase& c, const Unit* donor) {
  const Wording& wording = c.wording;
  doc::Table table{{{wording(Bilingual{"Date", "日期"})},
                    {wording(Bilingual{"Donor", "捐赠方"})},
                    figures_column(wording(say({"Money ({})", "捐款（{}）"}, wording.currency()))),
                    {wording(Bilingual{"Goods", "捐物"})},
                    {wording(Bilingual{"For", "受赠"})}},
                   {}};
  for (const Donation* d : dated_within(c.book.donations, c.scope))
    if (!donor || is_from(c.book, *d, *donor))
      table.rows.push_back({wording.date(*d->date), donor_text(wording, *d),
                            d->amount ? to_text(*d->amount) : std::string(dash),
                            goods_text(wording, *d), receiver_text(c, *d)});
  return table;
}

namespace {

doc::Section donations(const ReportCase& c) {
  doc::Section section{c.wording(Bilingual{"Donations", "接受捐赠"})};
  doc::Table table = donations_table(c);
  if (table.rows.empty())
    section.blocks.push_back(doc::Paragraph{
        c.wording(say({"No donation was received {}.", "{}没有接受捐赠。"}, c.this_period()))});
  else
    section.blocks.push_back(std::move(table));
  return section;
}

std::string name_of_fund(const ReportCase& c, const FundFigures& f) {
  const Fund* fund = c.book.fund(f.id);
  return std::string(fund ? fund->name.value_or(f.id) : f.id);
}

/// The people helped in the period; of grants that none says so of nobody knows.
std::string helped_by(const ReportCase& c, const FundFigures& f) {
  bool is_paid = false, is_counted = false;
  for (const Grant* grant : dated_within(c.book.grants, c.scope)) {
    if (!grant->fund || *grant->fund != f.id) continue;
    is_paid = true;
    is_counted = is_counted || grant->beneficiaries.given();
  }
  return is_paid && !is_counted ? std::string(dash) : c.wording(f.beneficiaries);
}

doc::Table statement_table(const ReportCase& c) {
  const Wording& wording = c.wording;
  const auto money = [&](Bilingual title) {
    return figures_column(wording(say({"{} ({})", "{}（{}）"}, title, wording.currency())));
  };
  doc::Table table{{{wording(Bilingual{"Fund", "基金"})},
                    money({"Opening", "期初余额"}),
                    money({"Received", "收入"}),
                    money({"Paid out", "救助支出"}),
                    figures_column(wording(Bilingual{"People helped", "受助人数"})),
                    money({"Closing", "期末余额"})},
                   {}};
  for (const FundFigures& f : c.figures.funds)
    table.rows.push_back({name_of_fund(c, f), to_text(f.opening), to_text(f.received),
                          to_text(f.granted), helped_by(c, f), to_text(f.closing)});
  return table;
}

/// In Chinese a fund's totals also stand in capital numerals.
doc::Items in_capitals(const ReportCase& c) {
  doc::Items items;
  for (const FundFigures& f : c.figures.funds)
    items.items.push_back(name_of_fund(c, f) + "（大写）：收入" + capital_amount(f.received) +
                          "，支出" + capital_amount(f.granted) + "，期末余额" +
                          capital_amount(f.closing) + "。");
  return items;
}

doc::Section statement(const ReportCase& c) {
  doc::Section section{c.wording(Bilingual{"Fund statement", "基金收支"})};
  if (c.figures.funds.empty()) {
    section.blocks.push_back(
        doc::Paragraph{c.wording(Bilingual{"The alliance keeps no fund.", "联盟没有设立基金。"})});
    return section;
  }
  section.blocks.push_back(statement_table(c));
  if (c.wording.language() == Language::zh && c.wording.has_capitals())
    section.blocks.push_back(in_capitals(c));
  return section;
}

}  // namespace

doc::Section sections::money(const ReportCase& c) {
  return {
      c.wording(Bilingual{"Donations and funds", "捐赠与基金"}), {}, {donations(c), statement(c)}};
}

}  // namespace lianxi
