// The day, or the year, that a record belongs to when a period is asked for.
#pragma once
#include <lianxi/tables/table.hpp>

namespace lianxi {

/// Whether the records, or those around them, have a day, a year or a period.
bool has_days(const TableKind&);

/// Its date, of an event its last day; else its year, or its period. Of a part that has none that
/// of the part around it. Nothing where it is not known.
std::optional<Period> days_of(const TableKind&, const TableRow&, Date as_of);

}  // namespace lianxi
