// Money set aside for the projects of a year.
#pragma once
#include <lianxi/export.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

/// Money set aside for a year's projects of a committee, of a unit, or of all.
struct Budget : Part {
  Id id;
  Year year;
  Ref<Target::committee> committee;
  Ref<Target::unit> unit;
  Located<Amount> amount;

  static const RecordType type;
};

}  // namespace lianxi
