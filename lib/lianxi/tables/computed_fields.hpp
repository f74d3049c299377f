// The fields that are worked out as of the day, beside those that people write: declared here
// alone.
#pragma once
#include <span>

#include <lianxi/export.hpp>
#include <lianxi/tables/table.hpp>

namespace lianxi LIANXI_EXPORT {

struct ComputedField {
  std::string_view table, en, zh;
  Bilingual doc;
  const ValueType* type;
  TableCell (*cell)(BookFacts&, const TableRow&);
};

/// All of them, table by table.
std::span<const ComputedField> computed_fields();

}  // namespace lianxi
