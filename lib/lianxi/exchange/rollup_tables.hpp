// Tables that only the roll-up in SQL needs: what they hold is worked out, not written.
#pragma once
#include <vector>

#include <lianxi/exchange/sql_tables.hpp>
#include <lianxi/tables/facts.hpp>

namespace lianxi::sql {

/// `books`: its name, the day of the export, what could not be read; `members`: since when and
/// until when each unit is one; `intervals`: those that have elapsed, and whether a meeting was
/// held in them.
std::vector<Table> rollup_tables_of(BookFacts&, const RecordFaults&);

}  // namespace lianxi::sql
