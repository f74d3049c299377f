// Donors and goods, for publication.
#include <fmt/format.h>
#include <map>
#include <unordered_map>

#include <lianxi/records/donations.hpp>
#include <lianxi/records/funds.hpp>
#include <lianxi/records/waivers.hpp>
#include <lianxi/reports/sections/long_tables.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/tables/gift_rows.hpp>
#include <lianxi/reports/words/papers.hpp>

namespace lianxi::donations_report {
namespace {

doc::Block summary(const ReportCase& c) {
  const DonationFigures& f = c.figures.donations;
  if (f.records == 0)
    return doc::Paragraph{
        c.wording(say({"{}: no donation was received.", "{}，没有接受捐赠。"}, days_told_of(c)))};
  return doc::Paragraph{c.wording(
      say({"{}: donations {}, money {}, goods valued at {}. Money and goods are never added up.",
           "{}，接受捐赠{}笔，其中捐款{}；捐赠物资估值{}。捐款和物资分别列示，不合并计算。"},
          days_told_of(c), with_thousands(f.records), amount_text(c, f.money),
          c.wording.money(f.goods_value)))};
}

/// Money by the fund it went to: the funds in book order, then what names none of them.
std::map<std::size_t, DonationRows> by_fund(const ReportCase& c, const DonationRows& donations) {
  std::unordered_map<const Fund*, std::size_t> rank;
  for (const Fund& fund : c.book.funds) rank.emplace(&fund, rank.size());
  std::map<std::size_t, DonationRows> rows;
  for (const Donation* donation : donations) {
    if (!has_money(*donation)) continue;
    const auto at = rank.find(donation->fund ? c.book.fund(*donation->fund) : nullptr);
    rows[at == rank.end() ? rank.size() : at->second].push_back(donation);
  }
  return rows;
}

doc::Section money(const ReportCase& c, const DonationRows& donations) {
  doc::Section section{c.wording(Bilingual{"Money", "捐款"})};
  for (auto& [rank, rows] : by_fund(c, donations)) {
    const bool known = rank < c.book.funds.size();
    const std::string name =
        known ? std::string(c.book.funds[rank].name.value_or(c.book.funds[rank].id.value_or("?")))
              : c.wording(Bilingual{"No fund named", "未列明基金"});
    section.sections.push_back(section_of(name, money_given(c, rows)));
  }
  if (section.sections.empty()) section.blocks.push_back(money_given(c, {}));
  return section;
}

Document build(const ReportCase& c) {
  const auto donations = dated_within(c.book.donations, c.scope);
  return {
      .language = c.wording.language(),
      .title = c.wording(say({"{}: donations received", "{}接受捐赠公示"}, c.wording.alliance())),
      .preface = {summary(c)},
      .sections = those_present(
          money(c, donations),
          doc::Section{c.wording(Bilingual{"Goods", "捐赠物资"}), goods_given(c, donations)},
          section_of(c.wording(Bilingual{"Objections", "监督"}), objections(c, nullptr))),
      .closing = {papers::signature(c, c.as_of)}};
}

}  // namespace

}  // namespace lianxi::donations_report

namespace lianxi::reports {
extern constinit const ReportKind donations{
    .name = "donations",
    .title = {"donations received", "捐赠公示"},
    .doc = {"Donors and goods for publication: money by fund, goods by recipient.",
            "供公示的捐赠情况：捐款按基金列出，物资按受赠方列出。"},
    .subject = Subject::none,
    .covers = Covers::any,
    .build = donations_report::build,
    .audience = Audience::the_public,
    .signs_itself = true};
}  // namespace lianxi::reports
