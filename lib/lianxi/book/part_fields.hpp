// The way through a record's name: `meetings/2017-q3/resolutions/r1`.
#pragma once
#include <string_view>

#include <lianxi/schema/field.hpp>

namespace lianxi {

/// What stands before the first `/`; what follows it is left in `rest`.
std::string_view take_segment(std::string_view& rest);

/// The type of the parts that a field holds, one or a list of them; null where it holds none.
const RecordType* type_of_parts(const Field&);

/// The field of parts that a word means in either language: by its own name, else by that of what
/// it holds. Null where there is none.
const Field* field_of_parts(const RecordType&, std::string_view word);

}  // namespace lianxi
