// A conflict of two versions of a book's file.
#pragma once
#include <optional>
#include <string>

#include <lianxi/export.hpp>
#include <lianxi/writing/record_value.hpp>

namespace lianxi LIANXI_EXPORT {

/// What both sides changed, each in its own way.
struct MergeConflict {
  std::string record = {};  ///< `meetings/2017-q3/resolutions/r1`.
  std::string field = {};   ///< `due`, `minutes.issued`; "" for all of the record.
  std::optional<RecordValue> base = {}, ours = {}, theirs = {};  ///< Nothing: not there.
};

}  // namespace lianxi
