// A command: one file, <name>_command.cpp, that defines `extern constinit const Command
// commands::<name>`, and one line in commands.def. It declares what it takes and calls the
// library; nothing is worked out here.
#pragma once
#include <memory>

#include "options.hpp"
#include "session.hpp"

namespace lianxi::tool {

/// Exit statuses, the same for every command.
enum Exit {
  all_well = 0,
  found_errors = 1,  ///< The command did its work and found errors.
  wrong_usage = 2,
  could_not_work = 3  ///< No book, unreadable, disk full.
};

struct Command {
  const char* name;
  Bilingual doc;
  Uses uses;  ///< Of the global options.
  /// Declares what it takes; returns where the values go.
  std::shared_ptr<void> (*declare)(Options&);
  /// Does the work; returns the exit status.
  int (*run)(Session&, const void* values);
};

/// A command that declares what it takes with one function and does its work with another.
template <class Arguments, void (*declare)(Options&, Arguments&),
          int (*run)(Session&, const Arguments&)>
constexpr Command command(const char* name, Bilingual doc, Uses uses) {
  return {name, doc, uses,
          [](Options& options) -> std::shared_ptr<void> {
            auto arguments = std::make_shared<Arguments>();
            declare(options, *arguments);
            return arguments;
          },
          [](Session& session, const void* arguments) {
            return run(session, *static_cast<const Arguments*>(arguments));
          }};
}

/// All of them, in the order of the help.
std::span<const Command* const> all_commands();

}  // namespace lianxi::tool
