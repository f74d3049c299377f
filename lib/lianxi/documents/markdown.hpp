// Documents as GitHub-flavoured Markdown.
#pragma once
#include <string>
#include <string_view>

#include <lianxi/documents/document.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

struct MarkdownOptions {
  bool charts = true;                    ///< As Mermaid blocks; without, the tables say it all.
  std::string_view cell_break = "<br>";  ///< A line break in a cell.
  std::string_view pen_room = "";        ///< Markdown in cells that are to be filled in by hand.
  /// Whether paragraphs that do not begin at the left are marked as such for pandoc, which
  /// reads that with its extension fenced_divs; others would show the marks.
  bool styles = false;
};

/// The text of a document. Whatever a text holds, readers see just that text: nothing in
/// it can become markup, HTML, a link or the end of a cell. Tabs become spaces; control
/// characters and those that hide or reorder text are shown as \u{…}; white space at the
/// ends of lines and empty lines are dropped. One thing no escape can prevent: readers
/// that search the finished text for them still link bare e-mail addresses.
std::string to_markdown(const Document&, const MarkdownOptions& = {});

}  // namespace lianxi
