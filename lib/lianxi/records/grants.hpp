// Money that funds have paid out.
#pragma once
#include <lianxi/export.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

/// Money paid out of a fund.
struct Grant : Part {
  Id id;
  Located<Date> date;
  Ref<Target::fund> fund;
  Located<Amount> amount;
  Located<Count> beneficiaries;
  Text purpose;
  Ref<Target::unit> approved_by;
  Text voucher;

  static const RecordType type;
};

}  // namespace lianxi
