// Who signed a paper that the office sends out.
#pragma once
#include <lianxi/export.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

/// Who signed it, and when.
struct Signature : Part {
  Text by;
  Located<Date> date;

  static const RecordType type;
};

}  // namespace lianxi
