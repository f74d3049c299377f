// Money and goods that were given.
#pragma once
#include <lianxi/export.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

/// Goods of one kind in a donation.
struct Goods : Part {
  Text item;
  Located<Count> quantity;
  Text uom;
  Located<Amount> value;
  Text basis;

  static const RecordType type;
};

/// Money for a fund, goods for a recipient, or both.
struct Donation : Part {
  Id id;
  Located<Date> date;
  UnitOrName donor;
  Ref<Target::fund> fund;
  Rare<UnitOrName> recipient;
  Located<Amount> amount;
  Rare<List<Goods>> goods;
  Text purpose;
  Text receipt;
  Rare<Text> place;
  Rare<Text> restriction;

  static const RecordType type;
};

}  // namespace lianxi
