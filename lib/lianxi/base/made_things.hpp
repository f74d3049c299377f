// Files and folders that are made and changed together: all of them, or none.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/error.hpp>
#include <lianxi/base/signals_held_back.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// Takes back at the end of its life what it made, unless it was all that was wanted. Signals that
/// end a program wait until then. At the beginning it takes away what a run that was killed left
/// among the temporary files: not each of its steps may be made again.
class MadeThings {
 public:
  MadeThings();
  ~MadeThings();
  MadeThings(const MadeThings&) = delete;
  MadeThings& operator=(const MadeThings&) = delete;

  /// Makes a folder and those that it lies in; what is there stays. Throws Error.
  void make_folder(const std::filesystem::path&);
  /// Makes a file with these bytes, and the folders that it lies in; see write_whole. Throws Error.
  void make_file(const std::filesystem::path&, std::string_view bytes);
  /// What somebody else is about to make: it goes too, a folder with all that is in it.
  void answer_for(const std::filesystem::path&);
  /// A file that somebody else is about to make or to change: it will be as it is now.
  void answer_for_change(const std::filesystem::path&);
  /// From here on what was made stays.
  void keep() { made_.clear(); }

 private:
  enum class Kind { file, folder, folder_with_all, changed_file };
  struct Made {
    std::filesystem::path path;
    Kind kind;
    std::string before = {};  ///< Of a changed file.
  };

  void answer_for_missing_folders(const std::filesystem::path&);
  static void take_back(const Made&);

  SignalsHeldBack held_;
  std::vector<Made> made_;
};

}  // namespace lianxi
