// What was given, for publication: money and goods apart.
#pragma once
#include <string>
#include <vector>

#include <lianxi/reports/tables/table.hpp>

namespace lianxi {

using DonationRow = const Donation*;
using DonationRows = std::vector<DonationRow>;

/// The donor's name; one who is not named wants to stay so.
std::string donor_text(const Wording&, const Donation&);

/// Whether it is, or should be, of money: goods may name a fund and be of none.
bool has_money(const Donation&);

/// The days that are told of; up to which where the report is of all time.
std::string days_told_of(const ReportCase&);

/// The amount with its currency, in Chinese also in capital numerals.
std::string amount_text(const ReportCase&, Amount);

using DonationColumn = ColumnOf<DonationRow>;
namespace donation_columns {
extern const DonationColumn day, donor, money, recipient, purpose, receipt;
}  // namespace donation_columns

/// Money line by line, with the sum; or that there was none.
doc::Block money_given(const ReportCase&, const DonationRows&);
/// Goods line by line with what they are worth, and what that comes to; or that there were
/// none. Their value is never added to money.
std::vector<doc::Block> goods_given(const ReportCase&, const DonationRows&);

/// To whom the public may turn with objections: whoever keeps the money, if anybody, and
/// the alliance's office.
doc::Block objections(const ReportCase&, const Unit* steward);

}  // namespace lianxi
