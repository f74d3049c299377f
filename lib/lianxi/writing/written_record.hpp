// The bytes in which a record or part is written.
#pragma once
#include <string_view>

#include <lianxi/book/record_path.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// The lines of a record in a block, with its dash, comments and indentation, without the last
/// line break; of one between brackets the brackets and what is in them. "" where it cannot be
/// told, such as of a document that could not be read. O(bytes of the file).
std::string_view written_record(const Book&, const RecordPath&);

}  // namespace lianxi
