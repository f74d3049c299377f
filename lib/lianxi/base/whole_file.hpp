// Files that are written whole or not at all.
#pragma once
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include <lianxi/base/error.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// Writes `bytes` to `path` so that at any moment, even after a power cut, the path names
/// either what it named before or all of the new bytes. With `replace` an existing file
/// keeps its mode, its owner and group where they may be given, its access list and other
/// attributes; where the path is a link the file it leads to is replaced, and a further hard link
/// goes on naming the old one. Without it an existing file of whatever kind is an error. Where it
/// cannot, it throws Error, leaves nothing behind, and what stood there before still does. Signals
/// that end a program wait until it is done.
/// A new file has `mode`, less what the process takes away from it.
void write_whole(const std::filesystem::path& path, std::string_view bytes, bool replace,
                 unsigned mode = 0666);

/// Several such files: all are written before the first takes its name, and where one cannot take
/// its, those before it give theirs back. A program that is killed in between leaves each file as
/// it was or new.
class WholeFiles {
 public:
  WholeFiles();
  ~WholeFiles();
  WholeFiles(const WholeFiles&) = delete;
  WholeFiles& operator=(const WholeFiles&) = delete;

  /// As write_whole does, up to the name.
  void add(const std::filesystem::path& path, std::string_view bytes, bool replace);
  /// In the order in which they were added. Throws Error; then nothing was changed.
  void take_names();

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace lianxi
