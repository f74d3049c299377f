// Goes over every value of a record, whatever its type: for what concerns all
// fields of a kind (references, personal numbers), so that no rule lists fields.
#pragma once
#include <span>
#include <string>
#include <vector>

#include <lianxi/schema/decoder.hpp>

namespace lianxi {

/// A record or a part inside one, with the parts around it.
struct PartChain {
  const RecordType& type;
  const void* part;
  const PartChain* outer = nullptr;

  /// `meetings/2017-q3/resolutions/r1`: the parts that have an id.
  std::string name() const;
};

/// The texts of a part's own fields (`x-…`) as a field, which no table lists.
const Field& own_field();
/// The fields that every record has beside its own.
std::span<const Field> fields_of_every_record();

/// The fields of a record in which values may lie, at whatever depth, that are `wanted`: of many
/// records only these need be looked at.
std::vector<const Field*> fields_with(const RecordType&, bool (*wanted)(const ValueType&));

template <class Visit>
void walk_fields(const PartChain& chain, std::span<const Field> fields, Visit& visit);

template <class Visit>
void walk_common_fields(const PartChain& chain, Visit& visit);

template <class Visit>
void walk_value(const PartChain& chain, const Field& field, const ValueType& type,
                const void* value, Visit& visit) {
  if (!value) return;
  switch (type.kind) {
    case ValueType::Kind::record: {
      const PartChain inner{*type.record, value, &chain};
      walk_fields(inner, type.record->fields, visit);
      walk_common_fields(inner, visit);
      return;
    }
    case ValueType::Kind::severities:
      if (!type.element) return visit(chain, field, type, value);
      [[fallthrough]];  // a mapping of values that are like those of a list
    case ValueType::Kind::list:
      for (std::size_t i = 0, n = type.count(value); i < n; ++i)
        walk_value(chain, field, *type.element, type.item(value, i), visit);
      return;
    default:
      visit(chain, field, type, value);
  }
}

template <class Visit>
void walk_fields(const PartChain& chain, std::span<const Field> fields, Visit& visit) {
  for (const Field& field : fields)
    walk_value(chain, field, *field.type, field.get(chain.part), visit);
}

template <class Visit>
void walk_common_fields(const PartChain& chain, Visit& visit) {
  walk_fields(chain, fields_of_every_record(), visit);
  const Field& own = own_field();
  walk_value(chain, own, *own.type, own.get(chain.part), visit);
}

/// As walk_record, but only over those fields.
template <class Visit>
void walk_chosen(const RecordType& type, const void* record, std::span<const Field* const> fields,
                 Visit& visit) {
  const PartChain chain{type, record};
  for (const Field* field : fields)
    walk_value(chain, *field, *field->type, field->get(record), visit);
}

/// Calls `visit(chain, field, type, value)` for each scalar of a record; `value` is
/// the Located<…> that the type says.
template <class Visit>
void walk_record(const RecordType& type, const void* record, Visit&& visit) {
  const PartChain chain{type, record};
  walk_fields(chain, type.fields, visit);
  walk_common_fields(chain, visit);
}

}  // namespace lianxi
