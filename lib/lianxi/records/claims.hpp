// Figures that the alliance has made public, to be held against its records.
#pragma once
#include <lianxi/export.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

/// A count or an amount; which of them, its figure decides.
struct Quantity {
  std::int64_t hundredths = 0;
  Qualifier qualifier = Qualifier::exact;
};

/// What was said in public, when, and where it can be read.
struct Claim : Part {
  Id id;
  Text figure;
  Text period;
  Located<Quantity> value;
  Located<Date> date;
  Text source;

  static const RecordType type;
};

}  // namespace lianxi
