// Files into records.
#pragma once
#include <vector>

#include <lianxi/book/book.hpp>
#include <lianxi/book/folder.hpp>

namespace lianxi {

/// Reads all files into the book, in order, with `jobs` threads; the result does
/// not depend on their number.
void read_files(Book&, std::vector<InputFile>, unsigned jobs);

struct Source;

/// What is wrong with one document.
struct DocumentFaults {
  Findings findings;
  bool is_read = true;  ///< Whether its records could be read.
};

/// Reads one document, which is all that the source holds.
DocumentFaults faults_of(const Source&);

}  // namespace lianxi
