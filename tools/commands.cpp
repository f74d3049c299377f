#include "command.hpp"

namespace lianxi::tool {

namespace commands {
#define COMMAND(name) extern const Command name;
#include "commands.def"
#undef COMMAND
}  // namespace commands

std::span<const Command* const> all_commands() {
  static constexpr const Command* all[] = {
#define COMMAND(name) &commands::name,
#include "commands.def"
#undef COMMAND
  };
  return all;
}

}  // namespace lianxi::tool
