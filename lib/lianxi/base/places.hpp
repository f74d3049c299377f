// Places as text, for whoever has to go there.
#pragma once
#include <fmt/format.h>
#include <string>

#include <lianxi/base/privacy.hpp>
#include <lianxi/base/source.hpp>
#include <lianxi/base/words.hpp>

namespace lianxi {

/// The name of the file that a place lies in, to open it; `readable_path` makes text of it. A fault
/// of a book without any file stands in its folder.
inline std::string path_of(const Sources& sources, Place at) {
  return sources.empty() ? "." : sources[sources.file_of(at)].path;
}

/// A path in the book as it is called from elsewhere: `folder` is the book's from there, "" or
/// with a slash at its end.
inline std::string path_from(std::string_view folder, std::string_view path) {
  if (path != "." || folder.empty()) return std::string(folder) + std::string(path);
  return std::string(folder.substr(0, folder.size() - 1));
}

/// Places in a book that lies in that folder. A personal number is masked in the names of files
/// as well, although nobody finds such a file by it: it is to be called otherwise.
struct PlacesFrom {
  const Sources& sources;
  std::string_view folder;

  std::string path(Place at) const { return masked(path_from(folder, path_of(sources, at))); }
};

/// FILE:LINE, for a cell, which makes it printable itself.
inline std::string file_and_line(const Sources& sources, Place at) {
  return fmt::format("{}:{}", readable_path(masked(path_of(sources, at))),
                     sources.position(at).line);
}

/// The line that a place lies in, or what stands around it in a very long one, without the
/// personal numbers that it has, or that begin or end in it. Every byte stays where it was.
inline std::string masked_line_around(const Sources& sources, Place at) {
  return masked_part(sources[sources.file_of(at)].bytes, sources.line_around(at).text);
}

/// FILE:LINE:COLUMN, to be printed as it is.
inline std::string file_line_and_column(const PlacesFrom& places, Place at) {
  const auto position = places.sources.position(at);
  return fmt::format("{}:{}:{}", printable_path(places.path(at)), position.line, position.column);
}

}  // namespace lianxi
