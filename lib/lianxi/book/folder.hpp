// Books on disk: where one is, and which files belong to it.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/error.hpp>
#include <lianxi/base/file_bytes.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// Whether a file of that name is one of records: `*.yaml` and `*.yml`, in any case.
bool has_yaml_name(std::string_view name);

/// The nearest folder from `start` upwards that directly holds a `*.yaml` or `*.yml` with a line
/// that begins with `alliance` or `联盟` and a colon, ASCII or full-width. A search for bytes.
std::optional<std::filesystem::path> find_book(const std::filesystem::path& start);

/// What to say where a folder that was named is missing or holds no such file, with the book
/// above it or directly below it as the hint; nothing where it is a book's. Reads nothing
/// further down.
std::optional<Error> no_book_in(const std::filesystem::path& folder);

/// A book directly below a folder, the first by name; nothing where there is none.
std::optional<std::filesystem::path> book_below(const std::filesystem::path& folder);

/// A file of a book, as it was found. `bytes` is empty where `fault` says why it
/// could not be read.
struct InputFile {
  std::string path;  ///< Relative to the book, with `/`.
  FileBytes bytes;
  std::optional<Message> fault = {};
  /// Only its name looks like a file of the book (`x.yaml.txt`): it is not read.
  bool is_ignored = false;
};

/// All files of the book in a folder, and those that only look like one, sorted by path
/// bytewise, without those whose paths match one of its alliance's `ignore` globs. Throws
/// Error when there is no such folder or it cannot be listed. `jobs` threads read at a time.
std::vector<InputFile> read_folder(const std::filesystem::path& folder, unsigned jobs = 1);

/// Whether a path matches a glob: `*`, `?` and `[…]` within a name, `**` across
/// names; a glob that matches a folder covers what is in it, one without `/` matches
/// in every folder.
bool matches_glob(std::string_view path, std::string_view glob);

}  // namespace lianxi
