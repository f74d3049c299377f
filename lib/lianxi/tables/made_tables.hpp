// Tables that no file holds: who came, who owed a report, what `followup` finds.
#pragma once
#include <span>

#include <lianxi/tables/table.hpp>

namespace lianxi {

/// `attendance`, `reports`, `findings`.
std::span<const TableKind> made_tables();

}  // namespace lianxi
