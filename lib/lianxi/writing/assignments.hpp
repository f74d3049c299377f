// What a clerk writes on the command line, `FIELD=VALUE`, as changes of fields.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/export.hpp>
#include <lianxi/writing/changes.hpp>

namespace lianxi LIANXI_EXPORT {

/// One `FIELD=VALUE`, `FIELD+=VALUE` or `FIELD-=VALUE`, taken apart.
struct Assignment {
  std::vector<const Field*> fields = {};  ///< Through mappings down to the field; empty: own.
  std::string own_name = {};
  FieldChange::Kind kind = FieldChange::Kind::set;
  DraftValue value = {};
};

/// Reads it for a record or part of that type: names of fields in either language, dots reach into
/// mappings, `FIELD=` takes the field away. A list may be written `[a, b]`, of references also with
/// commas between; a mapping `{date: …, due: …}`. Units may be called by any name. Throws Error
/// (wrong usage) where no field is meant, or the operator does not fit, with the nearest name.
Assignment read_assignment(const Book&, const RecordType&, std::string_view written);

/// All of a command line; throws Error where a field is set twice, or set and added to.
std::vector<Assignment> read_assignments(const Book&, const RecordType&,
                                         std::span<const std::string> written);

/// The assignment as a change of a record that is there.
FieldChange change_of(const RecordPath&, Assignment);

/// Puts it into a draft, at its place in the table.
void put(Draft&, const Assignment&);

/// The value that a text on the command line means for a field of that type.
DraftValue draft_value(const Book&, const ValueType&, std::string_view written);

}  // namespace lianxi
