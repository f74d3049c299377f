// The property of a .docx or .xlsx that says what it is, as a comment does at the end of a text.
#pragma once
#include <string>
#include <string_view>

#include <lianxi/documents/file_mark.hpp>

namespace lianxi {

/// The file with its mark in a document property; as it is where the mark is empty. The hash is of
/// what it holds, see `content_of_office_file`.
std::string with_office_mark(const std::string& file, const std::string& mark);

}  // namespace lianxi
