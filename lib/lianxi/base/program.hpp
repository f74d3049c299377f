// Other programs, run without a shell.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include <lianxi/base/signals_held_back.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// A folder of one's own for what is temporary, that only its owner may enter, gone with all that
/// is in it at the end of its life: signals that end a program wait until then. Where the program
/// is killed, the next one that makes such a folder takes it away. Throws Error.
class PrivateFolder {
 public:
  PrivateFolder();
  ~PrivateFolder();
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  SignalsHeldBack held_;
  std::filesystem::path path_;
  int open_ = -1;  ///< Held, so that nobody takes the folder for one that was left behind.
};

/// How a program ended.
struct ProgramEnd {
  bool found = true;        ///< Whether there is such a program at all.
  bool all_well = true;     ///< Whether it ended by itself with status 0.
  bool in_time = true;      ///< Whether it was not stopped for taking too long.
  std::string errors = {};  ///< What it wrote on standard error, at most 64 KiB.
};

/// How long a program may take: some say that they wait for people, or have much to do.
enum class Patience { a_minute, endless };

/// Runs `arguments[0]`, sought in PATH, until it ends, with an empty standard input and its
/// standard output thrown away; where patience is at its end, or a signal asks this program to end,
/// it is stopped. Of the environment it gets PATH and what is in `environment` (NAME=value), so
/// that it does the same for everyone. A folder holds what it writes on standard error meanwhile.
ProgramEnd run_program(const std::vector<std::string>& arguments,
                       const std::vector<std::string>& environment,
                       const std::filesystem::path& folder, Patience patience);

}  // namespace lianxi
