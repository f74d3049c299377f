// A command: one file, <name>_command.cpp, that defines `extern constinit const Command
// commands::<name>`, and one line in commands.def, which only main.cpp reads. It declares options
// and calls the library; nothing is worked out here.
#pragma once
#include <CLI/CLI.hpp>
#include <functional>

#include <lianxi/base/phrase.hpp>

#include "session.hpp"

namespace lianxi::tool {

/// Exit statuses, the same for every command.
enum Exit {
  all_well = 0,
  found_errors = 1,  ///< The command did its work and found errors.
  wrong_usage = 2,
  could_not_work = 3  ///< No book, unreadable, disk full.
};

using Job = std::function<int(Session&)>;

struct Command {
  const char* name;
  Bilingual doc;
  /// Declares arguments and options and returns what to do once they are read.
  Job (*setup)(CLI::App&, Language);
};

/// A bilingual description in the language of the help.
inline std::string text(Bilingual both, Language language) {
  return std::string(both.in(language));
}

}  // namespace lianxi::tool
