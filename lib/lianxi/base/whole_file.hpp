// Files that are written whole or not at all.
#pragma once
#include <filesystem>
#include <string_view>

#include <lianxi/base/error.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// Writes `bytes` to `path` so that at any moment, even after a power cut, the path names
/// either what it named before or all of the new bytes. With `replace` an existing file
/// keeps its mode and owner, and where the path is a link the file it leads to is
/// replaced; without it an existing file of whatever kind is an error. Where it cannot,
/// it throws Error, leaves nothing behind, and what stood there before still does. Signals that end
/// a program wait until it is done.
void write_whole(const std::filesystem::path& path, std::string_view bytes, bool replace);

}  // namespace lianxi
