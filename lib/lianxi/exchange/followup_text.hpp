// Follow-up for a terminal: what needs doing first, by unit, then the sums and who reported.
#pragma once
#include <lianxi/exchange/findings_text.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/reports/row_filter.hpp>

namespace lianxi LIANXI_EXPORT {

/// The verdict holds what is to be shown of the findings, see `narrow`.
void followup_text(const Compliance&, const Verdict&, const TextStyle&, const RowFilter&,
                   const TextOutput&);

}  // namespace lianxi
