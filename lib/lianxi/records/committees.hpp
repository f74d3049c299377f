// The committees that units form among themselves.
#pragma once
#include <lianxi/export.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

/// A committee of the alliance, led by one of its units.
struct Committee : Part {
  Id id;
  Text name;
  Ref<Target::unit> lead;
  List<Ref<Target::unit>> members;
  Text duty;

  static const RecordType type;
};

}  // namespace lianxi
