// A file of a book read on its own, as a history needs it: most files of a commit are the same as
// before.
#pragma once
#include <string>

#include <lianxi/base/file_bytes.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

struct Part;

/// A file that says what the units and committees of a book are called, and nothing else.
std::string names_in(const Book&);

/// Reads a file. Unless it has units or committees itself, those of `names` (see names_in) are read
/// with it, so that a name and an id mean the same whatever the file.
Book read_alone(std::string path, FileBytes bytes, const std::string& names);

/// Whether a record or part stands in the file itself, not in what was read with it.
bool is_its_own(const Book& file, const Part&);

}  // namespace lianxi
