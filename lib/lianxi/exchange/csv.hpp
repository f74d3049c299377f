// Comma-separated values, as RFC 4180 has them but with line feeds.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/language.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {
namespace csv {

/// A text from a record as a cell. Spreadsheets take a cell that begins with = + - @, a
/// tab or a carriage return for a formula: such a text gets an apostrophe before it.
/// Personal numbers are masked.
std::string text(std::string_view);

/// The first line of a file: its headings in that language, behind a byte order mark.
std::string heading(const std::vector<Bilingual>& names, Language);

/// One line of cells, quoted where they hold a comma, a quote or a line break.
std::string line(const std::vector<std::string>& cells);

}  // namespace csv
}  // namespace lianxi
