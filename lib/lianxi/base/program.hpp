// Other programs, run without a shell.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// A folder of one's own, that only its owner may enter, gone with all that is in it at the
/// end of its life. Throws std::filesystem::filesystem_error.
class PrivateFolder {
 public:
  PrivateFolder();
  ~PrivateFolder();
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// How a program ended.
struct ProgramEnd {
  bool found = true;     ///< Whether there is such a program at all.
  bool all_well = true;  ///< Whether it ended by itself with status 0.
  std::string errors;    ///< What it wrote on standard error, at most 64 KiB.
};

/// Runs `arguments[0]`, sought in PATH, until it ends, with an empty standard input and its
/// standard output thrown away. Of the environment it gets PATH and what is in
/// `environment` (NAME=value), so that it does the same for everyone. A folder holds what
/// it writes on standard error meanwhile.
ProgramEnd run_program(const std::vector<std::string>& arguments,
                       const std::vector<std::string>& environment,
                       const std::filesystem::path& folder);

}  // namespace lianxi
