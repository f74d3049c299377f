// Documents for word processors.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include <lianxi/base/date.hpp>
#include <lianxi/base/error.hpp>
#include <lianxi/documents/document.hpp>
#include <lianxi/documents/file_mark.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// The bytes of a .docx, made from the document's Markdown by pandoc, which must be
/// installed, in the styles of an office's papers. Charts are left out. `day` is when it
/// says it was written, so that the same document gives the same bytes. Throws
/// Error where pandoc is missing or fails. In Chinese it is laid out as GB/T 9704-2012 asks;
/// `style` is the path of an office's own reference document, whose styles are taken instead. What
/// the document says it is stands in its property “lianxi”.
std::string to_docx(const Document&, Date day, const std::string& style = {});

/// What a .docx or .xlsx says that it is, and whether what it holds is as it was written; nothing
/// where it says nothing. `text` is empty.
std::optional<MarkedFile> read_mark_of_office_file(std::string_view file);

/// The parts of a .docx or .xlsx that hold its text and numbers, one after the other; "" where it
/// is neither. What else there is (times, settings, styles) may differ where nothing was changed.
std::string content_of_office_file(std::string_view file);

}  // namespace lianxi
