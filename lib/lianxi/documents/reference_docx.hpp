// The document whose styles pandoc takes over.
#pragma once
#include <string_view>

#include <lianxi/base/language.hpp>

namespace lianxi {

/// A .docx with the page, fonts and sizes of an office's papers: in Chinese those of
/// GB/T 9704-2012, in English plain ones on the same page. CMake packs it from the files in
/// reference_docx/, in which it is easier to read and to change.
std::string_view reference_docx(Language);

}  // namespace lianxi
