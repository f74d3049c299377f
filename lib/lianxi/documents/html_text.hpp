// Text into HTML, by way of our own Markdown and cmark-gfm, so that a page shows just
// what the Markdown of the same document shows.
#pragma once
#include <string>
#include <string_view>

#include <lianxi/documents/document.hpp>

namespace lianxi::html {

/// A text that stands between tags or in a quoted attribute.
std::string escaped(std::string_view);

/// Markdown that we wrote. Of HTML in it only <br> gets through, and nothing is linked.
std::string from_markdown(const std::string& markdown);

/// One line of text, for a heading or a link to it.
std::string inlines(const doc::Prose&);

}  // namespace lianxi::html
