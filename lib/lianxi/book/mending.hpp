// What can be mended in a book without asking: what is mechanical and certain.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <lianxi/base/phrase.hpp>
#include <lianxi/book/folder.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// One fault that was mended.
struct Mend {
  std::uint32_t line = 1;
  Message what;  ///< What the fault was.
};

/// A file with its faults mended.
struct MendedFile {
  std::string path;
  std::string bytes;
  std::string encoding = {};  ///< What it was converted from, else "".
  std::string before = {};    ///< Its text before, in UTF-8; as many lines as after.
  std::vector<Mend> mends;    ///< In order; empty where it gave up before there was one.
  bool gave_up = false;       ///< Whether it would have taken too long to try all of its faults.
};

/// Mends in a file: full-width punctuation and wide spaces that were used as YAML's own,
/// tabs in an indentation where one width only can be meant, GB18030 and UTF-16 to UTF-8,
/// a key or a word of a choice that is one letter away from one other only. Never an id or a
/// text. A document is mended only where all of it can be read afterwards.
/// Nothing where there is nothing to mend.
std::optional<MendedFile> mend(const InputFile&);

/// Mends the files of a book: each as `mend` does, then, in what came of it, the names of units
/// and committees that stand where their ids belong. In the order of the files.
std::vector<MendedFile> mend_book(const std::vector<InputFile>&);

}  // namespace lianxi
