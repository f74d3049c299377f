// Which books are asked for: folders, and files that list them.
#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

struct AskedBooks {
  std::vector<std::string> paths;     ///< Each once, in the order in which they were asked for.
  std::vector<std::string> repeated;  ///< As they were written when they were asked for again.
};

/// An argument that is a file lists books, `-` is such a list on standard input; whatever else is a
/// book, there or not. Throws Error where a list cannot be read.
AskedBooks asked_books(std::span<const std::string> arguments);

/// The books of a list: a path a line, relative to `folder`; blank lines, and those that begin
/// with `#`, name none.
std::vector<std::string> books_listed(std::string_view text, const std::filesystem::path& folder);

}  // namespace lianxi
