// Files into records.
#pragma once
#include <vector>

#include <lianxi/book/book.hpp>

namespace lianxi {

/// Reads all files into the book, in order, with `jobs` threads; the result does
/// not depend on their number.
void read_files(Book&, std::vector<InputFile>, unsigned jobs);

}  // namespace lianxi
