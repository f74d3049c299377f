// Blocks of a document as Markdown, one at a time.
#pragma once
#include <string>

#include <lianxi/documents/document.hpp>
#include <lianxi/documents/markdown.hpp>

namespace lianxi::markdown {

/// A block with a line feed at its end, without the chart of a table; "" where there is
/// nothing in it.
std::string block(const doc::Block&, const MarkdownOptions&);

}  // namespace lianxi::markdown
