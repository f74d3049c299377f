// Which files belong to a book, wherever it is read from.
#pragma once
#include <string_view>
#include <vector>

#include <lianxi/base/finding.hpp>
#include <lianxi/book/folder.hpp>

namespace lianxi {

/// `*.yaml` and `*.yml`, in any case.
bool has_yaml_name(std::string_view name);
/// Some editors put an ending of their own after the one that was asked for.
bool seems_yaml(std::string_view name);
inline bool is_of_book(std::string_view name) { return has_yaml_name(name) || seems_yaml(name); }

/// The last name of a path.
std::string_view name_in_folder(std::string_view path);

/// Whether a file has the alliance's name: such a one is looked into first.
bool has_alliance_name(std::string_view name);
/// Whether a line begins with the alliance's key.
bool has_alliance_line(std::string_view bytes);
/// The text of a file that is not UTF-8, as it would be mended; "" of all others.
std::string foreign_text(std::string_view bytes);

/// Takes out the files that the alliance says not to be part of the book.
void leave_out_ignored(std::vector<InputFile>&);

/// What is said of a file that is too large.
Message too_large();

}  // namespace lianxi
