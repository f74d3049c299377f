#include <csignal>
#include <exception>

#include "command_line.hpp"

namespace lianxi::tool::commands {
#define COMMAND(name) extern const Command name;
#include "commands.def"
#undef COMMAND
}  // namespace lianxi::tool::commands

using namespace lianxi;
using namespace lianxi::tool;

namespace {

int run(int argc, char** argv, Language language) {
  CommandLine line = read_command_line(argc, argv, language);
  if (!line.command) {
    Session::print(line.answer.empty() ? help_of(nullptr, language) : line.answer);
    return line.answer.empty() ? wrong_usage : all_well;
  }
  Session session(std::move(line.globals), line.command->uses);
  return line.command->run(session, line.values.get());
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe shows when writing, and ends quietly
  const Language language = wanted_language(argc, argv);
  try {
    return run(argc, argv, language);
  } catch (const Error& e) {
    complain(e.message().in(language), e.hint().in(language));
    return e.cause() == Error::Cause::usage ? wrong_usage : could_not_work;
  } catch (const std::exception& e) {
    complain(e.what());
    return could_not_work;
  }
}
