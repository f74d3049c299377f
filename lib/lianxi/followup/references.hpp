// Which records name which others, whatever the fields are called.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/located.hpp>
#include <lianxi/book/record_path.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// One record or part that names another.
struct Reference {
  std::string from;  ///< The smallest part with an id in which it is named, as findings have it.
  std::string_view title = {};  ///< Of that part; may be empty.
  const Field* field = nullptr;
  std::string to;  ///< As findings name it; of waivers and reminders with `*` for any one id.
  Place at = Place::none;
};

/// Those that lead to the record or part of that name, in the order of the book. O(values).
std::vector<Reference> references_to(const Book&, const std::string& record);

/// Those within a record or part that lead somewhere, in the order of its fields.
std::vector<Reference> references_within(const Book&, const RecordPath&);

}  // namespace lianxi
