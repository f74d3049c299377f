// The figures of donations, funds and projects.
#include <algorithm>

#include <lianxi/figures/figure_sections.hpp>
#include <lianxi/figures/row_index.hpp>
#include <lianxi/records/donations.hpp>
#include <lianxi/records/funds.hpp>
#include <lianxi/records/grants.hpp>
#include <lianxi/records/projects.hpp>

namespace lianxi {
namespace {

Amount negative(Amount amount) { return {-amount.hundredths}; }

/// Adds the movements of the funds, each known by its id: of several with one id the
/// first, as for every reference.
class Funds {
 public:
  explicit Funds(const Collecting& in) : in_(in), rows_((add_rows(in), in.figures.funds)) {}

  /// A donation; `now`: it lies in the period and not before.
  void receive(const Donation& donation, bool now) {
    FundFigures* row = find(donation.fund);
    if (!row) return;
    in_.add(now ? row->received : row->opening, donation.amount, donation);
    in_.add(row->closing, donation.amount, donation);
  }

  void pay(const Grant& grant, bool now) {
    FundFigures* row = find(grant.fund);
    if (!row) return;
    if (now) in_.add(row->granted, grant.amount, grant);
    if (now) in_.add(row->beneficiaries, grant.beneficiaries, grant);
    if (!grant.amount) return;
    if (!now) in_.add(row->opening, negative(*grant.amount), grant, grant.amount.at());
    in_.add(row->closing, negative(*grant.amount), grant, grant.amount.at());
  }

 private:
  /// Every fund has a row, moved or not, with what it began with.
  static void add_rows(const Collecting& in) {
    auto& rows = in.figures.funds;
    const bool again = !rows.empty();
    std::size_t number = 0;
    for (const Fund& fund : in.book.funds) {
      if (!fund.id) continue;
      if (!again) rows.push_back({.id = *fund.id});
      FundFigures& row = rows[number++];
      in.add(row.opening, fund.opening, fund);
      in.add(row.closing, fund.opening, fund);
    }
  }

  FundFigures* find(const Text& id) { return id ? rows_.find({*id}) : nullptr; }

  const Collecting& in_;
  RowIndex<FundFigures> rows_;
};

/// Donations in the period: the money, and the goods by what they are.
class Donations {
 public:
  explicit Donations(const Collecting& in) : in_(in), goods_(in.figures.donations.goods) {}

  void collect(const Donation& donation) {
    DonationFigures& out = in_.figures.donations;
    in_.add(out.records, 1, donation, donation.date.at());
    in_.add(out.money, donation.amount, donation);
    for (const Goods& goods : donation.goods) {
      in_.add(out.goods_value, goods.value, donation);
      if (goods.item) collect(donation, goods);
    }
  }

 private:
  void collect(const Donation& donation, const Goods& goods) {
    GoodsFigures& row = goods_.find_or_add({.item = *goods.item, .uom = goods.uom.value_or("")});
    in_.add(row.quantity, goods.quantity, donation);
    in_.add(row.value, goods.value, donation);
  }

  const Collecting& in_;
  RowIndex<GoodsFigures> goods_;
};

}  // namespace

void collect_donations_and_funds(const Collecting& in) {
  Funds funds(in);
  Donations donations(in);
  for (const Donation& donation : in.book.donations) {
    if (!is_by_end(in.scope, donation.date)) continue;
    const bool now = in.scope.contains(*donation.date);
    if (now) donations.collect(donation);
    funds.receive(donation, now);
  }
  for (const Grant& grant : in.book.grants)
    if (is_by_end(in.scope, grant.date)) funds.pay(grant, in.scope.contains(*grant.date));
  std::ranges::sort(in.figures.donations.goods, {},
                    [](const GoodsFigures& row) { return row_name(row); });
}

void collect_projects(const Collecting& in) {
  ProjectFigures& out = in.figures.projects;
  for (const Project& project : in.book.projects) {
    if (project.approved && is_in(in.scope, project.approved->date)) {
      in.add(out.records, 1, project, project.approved->date.at());
      in.add(out.approved, project.approved->amount, project);
    }
    for (const Expense& expense : project.expenses)
      if (is_in(in.scope, expense.date)) in.add(out.spent, expense.amount, project);
    if (project.reimbursed && is_in(in.scope, project.reimbursed->date))
      in.add(out.reimbursed, project.reimbursed->amount, project);
  }
}

}  // namespace lianxi
