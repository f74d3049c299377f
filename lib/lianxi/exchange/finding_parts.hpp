// What the printers of findings for other programs share.
#pragma once
#include <string>

#include <lianxi/base/finding.hpp>
#include <lianxi/base/source.hpp>

namespace lianxi {

/// The file that a place lies in. A fault of a book without any file stands in its folder.
inline std::string path_of(const Sources& sources, Place at) {
  return sources.empty() ? "." : sources[sources.file_of(at)].path;
}

}  // namespace lianxi
