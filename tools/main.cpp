#include <csignal>
#include <cstdlib>
#include <cxxabi.h>
#include <exception>
#include <new>
#include <string_view>
#include <system_error>
#include <typeinfo>
#include <unistd.h>

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

/// The language to say in that memory ran out, and the words: then none can be made any more.
Language spoken = Language::en;
constexpr Bilingual out_of_memory{"lianxi: out of memory\n", "lianxi: 内存不足\n"};

int tell_that_memory_ran_out() {
  const std::string_view words = out_of_memory.in(spoken);
  if (write(STDERR_FILENO, words.data(), words.size()) < 0) return could_not_work;
  return could_not_work;
}

/// Where memory runs out while something is taken apart again, the exception cannot be passed on.
/// What is in the making then stays, and goes with the next run that writes there.
[[noreturn]] void end() {
  const std::type_info* const thrown = abi::__cxa_current_exception_type();
  if (thrown && (*thrown == typeid(std::bad_alloc) || *thrown == typeid(std::bad_array_new_length)))
    _exit(tell_that_memory_ran_out());
  std::abort();
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

static int status_of(Error::Cause cause) {
  switch (cause) {
    case Error::Cause::usage:
      return wrong_usage;
    case Error::Cause::records:
      return found_errors;
    case Error::Cause::circumstances:
      break;
  }
  return could_not_work;
}

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe shows when writing, and ends quietly
  std::set_terminate(end);
  try {
    spoken = wanted_language(argc, argv);
    return run(argc, argv, spoken);
  } catch (const std::bad_alloc&) {
    return tell_that_memory_ran_out();
  } catch (const Error& e) {
    complain(e, spoken);
    return status_of(e.cause());
  } catch (const std::system_error& e) {
    if (e.code() == std::errc::not_enough_memory) return tell_that_memory_ran_out();
    complain(e.what());
    return could_not_work;
  } catch (const std::exception& e) {
    complain(e.what());
    return could_not_work;
  }
}
