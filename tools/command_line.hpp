// The command line as a whole: which command, with what, or what it is told instead.
#pragma once
#include <memory>
#include <string>

#include "command.hpp"

namespace lianxi::tool {

/// What a command line comes to.
struct CommandLine {
  const Command* command = nullptr;   ///< Null where none was named.
  std::shared_ptr<void> values = {};  ///< For the command's `run`.
  GlobalOptions globals = {};
  std::string answer = {};  ///< Where help or the version was asked for, that and nothing else.
};

/// Reads the program's arguments. Throws Error where they cannot be meant.
CommandLine read_command_line(int argc, const char* const* argv, Language);

/// The help of a command, or of the program where it is null.
std::string help_of(const Command*, Language);

}  // namespace lianxi::tool
