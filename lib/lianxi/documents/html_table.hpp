// Tables of a page: to read on any screen, to hear, and to print.
#pragma once
#include <string>
#include <string_view>

#include <lianxi/documents/document.hpp>

namespace lianxi::html {

/// Whether the table is too wide for upright paper.
bool is_wide(const doc::Table&);

/// The table in an area that scrolls by itself, with a caption, row headers, the class of each
/// cell, and before it its headline figures, if any. `title` is what stands above it.
std::string table(const doc::Table&, std::string_view title);

}  // namespace lianxi::html
