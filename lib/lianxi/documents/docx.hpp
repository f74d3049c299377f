// Documents for word processors.
#pragma once
#include <string>

#include <lianxi/base/date.hpp>
#include <lianxi/base/error.hpp>
#include <lianxi/documents/document.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// The bytes of a .docx, made from the document's Markdown by pandoc, which must be
/// installed, in the styles of an office's papers. Charts are left out. `day` is when it
/// says it was written, so that the same document gives the same bytes. Throws
/// Error where pandoc is missing or fails.
std::string to_docx(const Document&, Date day);

}  // namespace lianxi
