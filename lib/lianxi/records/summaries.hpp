// What the office itself has to say of a period, for the report of that period.
#pragma once
#include <lianxi/export.hpp>
#include <lianxi/records/signature.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

/// The office's own words for one kind of report, period and unit.
struct Summary : Part {
  Text period;
  Text report;  ///< The kind of report; quarterly where not given.
  Ref<Target::unit> unit;
  Text overview;
  Text highlights;
  Text problems;
  Text next;
  Nested<Signature> signature;

  static const RecordType type;
};

}  // namespace lianxi
