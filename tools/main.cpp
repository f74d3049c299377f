#include <csignal>
#include <exception>
#include <string_view>

#include "command_line.hpp"
#include "completion.hpp"

using namespace lianxi;
using namespace lianxi::tool;

namespace {

/// `complete -- WORDS…`, which only the shells' scripts write: the words need not be whole yet, so
/// they are not for the parser.
bool is_for_completion(int argc, char** argv) {
  return argc > 2 && std::string_view(argv[1]) == "complete" && std::string_view(argv[2]) == "--";
}

int run(int argc, char** argv, Language language) {
  if (is_for_completion(argc, argv)) {
    write_out(completions({argv + 3, std::size_t(argc - 3)}));
    return all_well;
  }
  CommandLine line = read_command_line(argc, argv, language);
  if (!line.command) {
    write_out(line.answer.empty() ? help_of(nullptr, language) : line.answer);
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
    complain(e, language);
    return e.cause() == Error::Cause::usage ? wrong_usage : could_not_work;
  } catch (const std::exception& e) {
    complain(e.what());
    return could_not_work;
  }
}
