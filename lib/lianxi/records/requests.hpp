// What units ask of each other between meetings.
#pragma once
#include <lianxi/export.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

/// What a unit answered.
struct Answer : Part {
  Ref<Target::unit> unit;
  Located<Date> date;
  Located<bool> accepted;
  Text result;

  static const RecordType type;
};

/// A unit's request for help.
struct Request : Part {
  Id id;
  Located<Date> date;
  Ref<Target::unit> by;
  List<Ref<Target::unit>> to;
  Text text;
  Located<Date> due;
  List<Answer> answers;
  Located<Date> closed;

  static const RecordType type;
};

}  // namespace lianxi
