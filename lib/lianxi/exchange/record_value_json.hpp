// Values of records as JSON, where only the values are there: of books that are compared, and of a
// record's history.
#pragma once
#include <lianxi/exchange/json_values.hpp>
#include <lianxi/schema/field.hpp>
#include <lianxi/writing/record_value.hpp>

namespace lianxi::json {

/// As `fields_of` would have it; null where there is none or it could not be read. The type is null
/// of own fields.
Json of_value(const RecordValue*, const ValueType*);

}  // namespace lianxi::json
