// The document whose styles pandoc takes over.
#pragma once
#include <string_view>

namespace lianxi {

/// A .docx with the fonts and sizes of an office's papers. CMake packs it from the files in
/// reference_docx/, in which it is easier to read and to change.
std::string_view reference_docx();

}  // namespace lianxi
