// The ids of units, for what only names units: it need not know all of their fields, and is not
// compiled anew with each of them.
#pragma once
#include <string_view>
#include <vector>

#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

class Book;
struct Unit;

/// A unit's id, or "".
std::string_view id_of(const Unit&);
/// The ids of all units that have one, in the order of the units.
std::vector<std::string_view> ids_of_units(const Book&);

}  // namespace lianxi
