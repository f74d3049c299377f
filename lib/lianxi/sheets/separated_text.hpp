// Text files of cells: CSV and what goes by that name.
#pragma once
#include <string>
#include <string_view>

#include <lianxi/sheets/grid.hpp>

namespace lianxi {

/// What stands between the cells of a text: a comma, semicolon or tab, or the full-width comma;
/// whichever the first line has most of outside quotes, a comma where it has none. A full-width
/// comma is one only where no other is there and each line has as many.
std::string_view separator_of(std::string_view text);

/// The cells of a text in UTF-8 (RFC 4180). Line breaks may be any, quotes that are never closed
/// are an Error that names the line. The sheet has no name yet.
Grid separated_cells(std::string_view text, std::string_view separator);

/// The text of a file in UTF-8, with or without a byte order mark, UTF-16 or GB18030, as UTF-8
/// without the mark. Throws Error where it is none of these.
std::string decoded_text(std::string bytes);

}  // namespace lianxi
