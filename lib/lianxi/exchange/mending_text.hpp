// What was mended, as text for people.
#pragma once
#include <span>
#include <string>

#include <lianxi/book/mending.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// What mending changes in a file, as a unified diff of its text in UTF-8. What could harm
/// a terminal is written out, personal numbers are masked.
std::string mending_diff(const MendedFile&);

/// One line for each fault mended, and their sum. With `dry` they are still to be mended.
std::string mending_text(std::span<const MendedFile>, bool dry, Language);

}  // namespace lianxi
