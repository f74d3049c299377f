// What of the tables is for whom.
#pragma once
#include <lianxi/export.hpp>
#include <lianxi/reports/report.hpp>
#include <lianxi/tables/table.hpp>

namespace lianxi LIANXI_EXPORT {

/// Whether they may see anything of the table at all.
bool is_open_to(Audience, const TableKind&);
/// Leaves the columns that they may see.
void narrow_to_audience(Table&, Audience);

}  // namespace lianxi
