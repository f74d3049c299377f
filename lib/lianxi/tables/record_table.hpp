// Tables of records and their parts, made from the field tables.
#pragma once
#include <lianxi/tables/table.hpp>

namespace lianxi {

/// Fills in what the kind's levels say: rows, columns, and how rows are named and dated.
void make_record_table(Table&);

}  // namespace lianxi
