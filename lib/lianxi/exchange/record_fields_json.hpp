// Any record or part as JSON: English keys, canonical values.
#pragma once
#include <lianxi/exchange/json_values.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi::json {

/// Every field of the table, null where it is not given or cannot be read (of a list `[]`), then
/// the own fields that it has. Counts are COUNT objects, amounts strings.
Json fields_of(const RecordType&, const Part&);

}  // namespace lianxi::json
