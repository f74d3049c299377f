// What the alliance is, and what it has said of itself in public.
#include <algorithm>

#include <lianxi/book/book.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/claims.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/tables/table.hpp>
#include <lianxi/reports/words/figure_names.hpp>
#include <lianxi/reports/words/papers.hpp>

namespace lianxi {

doc::Block sections::facts_of_alliance(const ReportCase& c) {
  const Alliance* alliance = c.book.alliance();
  const auto text = [](const Text& value) { return doc::Prose(value.value_or("")); };
  std::vector<Fact> all;
  if (alliance) {
    all.push_back({{"Short name", "简称"}, text(alliance->short_name)});
    all.push_back({{"Brand", "党建品牌"}, text(alliance->brand)});
    all.push_back({{"Founded on", "成立日期"}, c.wording.date(alliance->founded)});
  }
  const auto members = papers::members_on(c.book, c.scope.to);
  all.push_back({{"Members", "成员单位"}, papers::listed(c, members)});
  return facts(c.wording, all);
}

// ---- figures that were published ------------------------------------------------------------

namespace {

std::vector<const Claim*> claims_by(const ReportCase& c) {
  std::vector<const Claim*> claims;
  for (const Claim& claim : c.book.claims)
    if (is_within(claim.date, c.scope) && claim.figure && claim.value) claims.push_back(&claim);
  std::ranges::stable_sort(claims, {}, [](const Claim* claim) { return *claim->date; });
  return claims;
}

using ClaimRow = const Claim*;

std::string period_text(const ReportCase& c, const Claim& claim) {
  const auto period = read_period(claim.period.value_or("all"), *claim.date);
  return c.wording.period(period.value_or(Period{}));
}

constexpr ColumnOf<ClaimRow> claim_columns[] = {
    {{"Published on", "公布日期"},
     [](const ReportCase& c, const ClaimRow& r) -> doc::Prose { return c.wording.date(r->date); }},
    {{"Figure", "指标"},
     [](const ReportCase& c, const ClaimRow& r) -> doc::Prose {
       return figure_name(c, *r->figure);
     }},
    {{"Period", "期间"},
     [](const ReportCase& c, const ClaimRow& r) -> doc::Prose { return period_text(c, *r); }},
    {{"Value", "公布数值"},
     [](const ReportCase& c, const ClaimRow& r) -> doc::Prose { return claimed_text(c, *r); },
     Holds::figures},
    {{"Source", "出处"},
     [](const ReportCase&, const ClaimRow& r) -> doc::Prose { return r->source.value_or(dash); }}};

}  // namespace

std::optional<doc::Section> sections::published_figures(const ReportCase& c) {
  const auto claims = claims_by(c);
  if (claims.empty()) return std::nullopt;
  return doc::Section{c.wording(Bilingual{"Figures made public", "对外公布的数据"}),
                      {table_of(c, claim_columns, claims)}};
}

}  // namespace lianxi
