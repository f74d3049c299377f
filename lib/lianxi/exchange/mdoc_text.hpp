// Pages of the manual for who has no program to show them.
#pragma once
#include <string>
#include <string_view>

#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// A page as plain text: headings at the margin, what they head indented, a paragraph in one line.
std::string text_of_mdoc(std::string_view page);

}  // namespace lianxi
