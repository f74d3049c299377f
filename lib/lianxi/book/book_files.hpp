// Which files belong to a book, wherever it is read from.
#pragma once
#include <string_view>
#include <vector>

#include <lianxi/base/finding.hpp>
#include <lianxi/book/folder.hpp>

namespace lianxi {

/// Some editors put an ending of their own after the one that was asked for.
bool seems_yaml(std::string_view name);
inline bool is_of_book(std::string_view name) { return has_yaml_name(name) || seems_yaml(name); }

/// The last name of a path.
std::string_view name_in_folder(std::string_view path);

/// Whether a path in the book leads to something directly in its folder.
inline bool is_at_top(std::string_view path) { return path.find('/') == path.npos; }

/// Whether a file has the alliance's name: such a one is looked into first.
bool has_alliance_name(std::string_view name);
/// Whether a line begins with the alliance's key.
bool has_alliance_line(std::string_view bytes);
/// The text of a file that is not UTF-8, as it would be mended; "" of all others.
std::string foreign_text(std::string_view bytes);

/// The paths that the alliance says not to be part of the book.
class IgnoredPaths {
 public:
  /// Takes in what a file at the top says of it; most say nothing.
  void add_from(const InputFile&);

  bool holds(std::string_view path) const;
  /// Whether it holds whatever may lie in a folder: then that need not be looked into.
  bool holds_all_in(std::string_view folder) const;

 private:
  std::vector<std::string> globs_;
};

/// What is said of a file that is too large.
Message too_large();

}  // namespace lianxi
