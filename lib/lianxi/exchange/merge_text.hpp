// What is left to people after a merge, in words.
#pragma once
#include <string>
#include <string_view>

#include <lianxi/base/language.hpp>
#include <lianxi/export.hpp>
#include <lianxi/writing/file_merge.hpp>

namespace lianxi LIANXI_EXPORT {

/// A line for each conflict, by record and field: `conflict: meetings/2017-q3/resolutions/r1, due:
/// 2017-12-31 (ours) or 2018-03-31 (theirs)`; and one where the file was not joined by field.
/// `path` is the file's.
std::string merge_text(const MergedFile&, std::string_view path, Language);

}  // namespace lianxi
