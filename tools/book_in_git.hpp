// Books in git: which one is meant at a revision, or of what is staged.
#pragma once
#include <filesystem>
#include <string>

#include <lianxi/book/book_source.hpp>

namespace lianxi::tool {

/// The book at a revision; at "" what is staged. `named` is the folder that was named, "" where
/// none was: then the nearest from the working directory upwards that holds a book at that
/// revision. Folders need not be there any more, nor a work tree at all. Throws Error where there
/// is no repository, no such revision or no book.
GitBook book_in_git(const std::string& named, const std::string& revision);

}  // namespace lianxi::tool
