// The funds that donations go into and grants come from.
#pragma once
#include <lianxi/export.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

/// When and where a fund's accounts were made public.
struct Publication : Part {
  Located<Date> date;
  Located<Date> until;
  Text where;

  static const RecordType type;
};

/// Money kept for a purpose.
struct Fund : Part {
  Id id;
  Text name;
  Located<Date> established;
  Ref<Target::unit> steward;
  Text purpose;
  Located<Amount> opening;
  List<Publication> published;

  static const RecordType type;
};

}  // namespace lianxi
