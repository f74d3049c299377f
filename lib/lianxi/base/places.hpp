// Places as text, for whoever has to go there.
#pragma once
#include <fmt/format.h>
#include <string>

#include <lianxi/base/source.hpp>
#include <lianxi/base/words.hpp>

namespace lianxi {

/// The file that a place lies in. A fault of a book without any file stands in its folder.
inline std::string path_of(const Sources& sources, Place at) {
  return sources.empty() ? "." : sources[sources.file_of(at)].path;
}

/// FILE:LINE, the file's name as it is: for a cell, which makes it printable itself.
inline std::string file_and_line(const Sources& sources, Place at) {
  return fmt::format("{}:{}", path_of(sources, at), sources.position(at).line);
}

/// FILE:LINE:COLUMN, to be printed as it is.
inline std::string file_line_and_column(const Sources& sources, Place at) {
  const auto position = sources.position(at);
  return fmt::format("{}:{}:{}", printable(path_of(sources, at)), position.line, position.column);
}

}  // namespace lianxi
