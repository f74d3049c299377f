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

/// Each line that changed, with the faults mended in it, how it was and how it is; and the sum
/// of the faults. `folder` is the book's from where the reader is, "" or with a slash at its
/// end. With `dry` they are still to be mended.
std::string mending_text(std::span<const MendedFile>, bool dry, Language,
                         std::string_view folder = {});

}  // namespace lianxi
