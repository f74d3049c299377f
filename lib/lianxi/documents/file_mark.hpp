// The comment at a file's end that says what the file is, and whether it is still as it was
// written.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// What stands in a file that was written with a mark.
struct MarkedFile {
  std::string mark;        ///< As it was given.
  std::string_view text;   ///< All before the comment; the whole file where more follows.
  bool is_intact = false;  ///< Whether the text is still the one that was written.
};

/// The text with its mark: `<!-- MARK sha256 … -->` on a line of its own. A mark is of words
/// that cannot end a comment, such as those of `to_text(ReportMark)`.
std::string with_mark(std::string text, std::string_view mark);

/// What a file says that it is; nothing where it has no such comment. Line ends of Windows and
/// empty lines after the comment, as editors and git make them, change nothing; a text after it
/// does, and is then part of `text`.
std::optional<MarkedFile> read_mark(std::string_view file);

}  // namespace lianxi
