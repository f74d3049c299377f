#include <lianxi/book/book.hpp>
#include <lianxi/book/unit_ids.hpp>
#include <lianxi/records/units.hpp>

namespace lianxi LIANXI_EXPORT {

std::string_view id_of(const Unit& unit) { return unit.id.value_or(""); }

std::vector<std::string_view> ids_of_units(const Book& book) {
  std::vector<std::string_view> ids;
  for (const Unit* unit : book.units_in_order())
    if (unit->id) ids.push_back(*unit->id);
  return ids;
}

}  // namespace lianxi
