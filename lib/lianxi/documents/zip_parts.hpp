// The parts of a .docx or .xlsx, which are zips.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace lianxi {

/// The named part of a zip; nothing where the bytes are no zip or it has no such part. Parts over
/// 64 MiB are not read.
std::optional<std::string> zip_part(std::string_view zip, const std::string& name);

/// The names of a zip's parts in the order of their bytes; none where it is no zip.
std::set<std::string> zip_names(std::string_view zip);

/// The zip with these parts instead of its own, or besides them; all else stays as it is. The same
/// bytes and parts give the same zip. Throws Error where the bytes are no zip.
std::string with_parts(std::string_view zip, const std::map<std::string, std::string>& parts);

}  // namespace lianxi
