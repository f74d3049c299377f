// Text into Markdown that shows exactly that text.
#pragma once
#include <string>
#include <string_view>

#include <lianxi/documents/document.hpp>

namespace lianxi::markdown {

/// Whether something before the text holds the line, so that nothing in it can be read
/// as the start of a list, a quote or an underline.
enum class Spot : std::uint8_t { line_start, within_line };

/// Line breaks become `line_break`. Empty lines are left out: they would end a paragraph.
std::string text(const doc::Prose&, Spot, std::string_view line_break);

}  // namespace lianxi::markdown
