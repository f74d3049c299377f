// What people call a record: its title, its name, or the text that it is about.
#pragma once
#include <string_view>

#include <lianxi/export.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

/// The first of a record's or part's fields that says in words what it is; "" where none does.
std::string_view title_of(const RecordType&, const Part&);

}  // namespace lianxi
