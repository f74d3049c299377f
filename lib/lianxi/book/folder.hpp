// Books on disk: where one is, and which files belong to it.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <lianxi/base/error.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// The nearest folder from `start` upwards that directly holds a `*.yaml` or `*.yml`
/// with a line that begins with `alliance:` or `联盟:`. A search for bytes.
std::optional<std::filesystem::path> find_book(const std::filesystem::path& start);

/// A file of a book, as it was found. `bytes` is empty where `fault` says why it
/// could not be read.
struct InputFile {
  std::string path;  ///< Relative to the book, with `/`.
  std::string bytes;
  std::optional<Message> fault = {};
};

/// All files of the book in a folder, sorted by path bytewise, without those whose
/// paths match one of its alliance's `ignore` globs. Throws Error when there is
/// no such folder or it cannot be listed.
std::vector<InputFile> read_folder(const std::filesystem::path& folder);

/// Whether a path matches a glob: `*`, `?` and `[…]` within a name, `**` across
/// names; a glob that matches a folder covers what is in it, one without `/` matches
/// in every folder.
bool matches_glob(std::string_view path, std::string_view glob);

}  // namespace lianxi
