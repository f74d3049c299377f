// Findings that the alliance has decided to live with.
#pragma once
#include <lianxi/export.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

/// Why the findings of a rule on a record do not count.
struct Waiver : Part {
  Text rule;
  Text record;
  Text reason;
  Ref<Target::meeting_or_resolution> approved;
  Located<Date> until;
  /// The how many-th of its file, from 1, set when a book is read: with the file's
  /// path it names a waiver, which has no id.
  std::uint32_t number = 0;

  static const RecordType type;
};

}  // namespace lianxi
