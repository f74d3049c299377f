// Several files of a book that are written together: all of them, or none.
#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/language.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// A file that is to be written: its path in the book, and what is there now, if anything.
struct FileToWrite {
  std::string path;
  std::optional<std::string> before;
  std::string_view bytes;
};

/// Writes them so that at any moment a reader of the book finds all of the old ones or all of the
/// new ones, even after a power cut. Several are first laid down in a folder `.lianxi-pending` of
/// the book; from the moment it has that name they count, and whoever writes next puts them into
/// place where this could not be done. Others who write wait for their turn. Throws Error where one
/// of them has changed since it was read, or cannot be written; then none is. `check` is called
/// once it is this one's turn, before anything is written: what it throws keeps it from that.
void write_all(const std::filesystem::path& folder, std::span<const FileToWrite>,
               const std::function<void()>& check = {});

/// The files of a writing that was broken off once it counted, to be read in place of those of
/// their paths; not those that somebody has edited since. A folder of that name that holds anything
/// but files of records of this book may have come with a clone of somebody's book: it is left
/// alone.
struct PendingFile {
  std::string path;
  std::string bytes;
};
std::vector<PendingFile> pending_files(const std::filesystem::path& folder);

/// What a reader of the book is told of such a writing; empty where there is none.
Message pending_notice(const std::filesystem::path& folder);

/// Puts such files into place. Throws Error where that cannot be done, where one of them was edited
/// since, or where the folder holds anything else.
void finish_pending(const std::filesystem::path& folder);

}  // namespace lianxi
