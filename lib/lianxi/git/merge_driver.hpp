// Lets git hand records to lianxi, to be merged.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/export.hpp>
#include <lianxi/git/repository.hpp>

namespace lianxi LIANXI_EXPORT {

/// What git runs to merge a file: `%O %A %B` are the files to merge, `%P` is what they are called.
inline constexpr std::string_view merge_command = "lianxi merge %O %A %B %P";

/// The bytes of a .gitattributes with some lines more. They come before those that say how single
/// files are merged, so that these hold as before, and end as the other lines do.
std::string with_attribute_lines(std::string_view bytes, const std::vector<std::string>& lines);

/// What became of one kind of files that were to be merged by record.
struct MergeSetting {
  enum class State : std::uint8_t {
    set,            ///< A line was added.
    there_already,  ///< It was there.
    another,        ///< Another driver merges them, and still does.
  };

  std::string pattern;  ///< `*.yaml`
  State state = State::set;
  std::string driver = {};  ///< The other one.
};

struct MergeSetup {
  std::filesystem::path attributes;  ///< The file that says so.
  std::vector<MergeSetting> settings = {};
  std::string command = {};  ///< What git runs, where another one was set already; else "".
};

/// Sets up the merge driver: what it runs, in the repository's own settings, and in the
/// .gitattributes of the book's folder, called from the top, which files it is for. Throws Error
/// where something cannot be written.
MergeSetup set_up_merging(const Repository&, std::string_view folder);

}  // namespace lianxi
