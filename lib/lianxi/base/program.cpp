#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include <lianxi/base/error.hpp>
#include <lianxi/base/left_behind.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/program.hpp>
#include <lianxi/base/system_calls.hpp>
#include <lianxi/base/words.hpp>

namespace fs = std::filesystem;

namespace lianxi LIANXI_EXPORT {
namespace {

/// What the program has open from the start.
class Files {
 public:
  explicit Files(const fs::path& errors) {
    posix_spawn_file_actions_init(&actions_);
    open(STDIN_FILENO, "/dev/null", O_RDONLY);
    open(STDOUT_FILENO, "/dev/null", O_WRONLY);
    open(STDERR_FILENO, errors.c_str(), O_WRONLY | O_CREAT | O_TRUNC);
  }
  ~Files() { posix_spawn_file_actions_destroy(&actions_); }
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;

  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  void open(int number, const char* path, int how) {
    posix_spawn_file_actions_addopen(&actions_, number, path, how, 0600);
  }

  posix_spawn_file_actions_t actions_;
};

/// Signals as a program expects them, whatever its parent does with its own.
class Attributes {
 public:
  Attributes() {
    posix_spawnattr_init(&attributes_);
    sigset_t none, pipe;
    sigemptyset(&none);
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setsigdefault(&attributes_, &pipe);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  ~Attributes() { posix_spawnattr_destroy(&attributes_); }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;

  const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_;
};

/// The strings as the C interface wants them.
std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  pointers.reserve(strings.size() + 1);
  for (std::string& string : strings) pointers.push_back(string.data());
  pointers.push_back(nullptr);
  return pointers;
}

using Clock = std::chrono::steady_clock;

/// Tests do not wait for a minute.
Clock::time_point end_of(Patience patience) {
  if (patience == Patience::endless) return Clock::time_point::max();
  const char* const set = std::getenv("LIANXI_PROGRAM_SECONDS");
  const int seconds = set ? std::atoi(set) : 0;
  return Clock::now() + std::chrono::seconds(seconds > 0 ? seconds : 60);
}

/// A program that runs.
class Child {
 public:
  explicit Child(pid_t process) : process_(process) {}

  ProgramEnd wait(Clock::time_point last) {
    const auto enough = [&] { return Clock::now() >= last || SignalsHeldBack::is_one_waiting(); };
    if (!has_ended_before(enough)) {
      const bool in_time = Clock::now() < last;
      stop();
      return {.all_well = false, .in_time = in_time};
    }
    return {.all_well = WIFEXITED(status_) && WEXITSTATUS(status_) == 0};
  }

 private:
  /// Asks often at first and then less: the system can wait for an end or for a time, not for both.
  template <class Enough>
  bool has_ended_before(const Enough& enough) {
    constexpr auto longest_pause = std::chrono::milliseconds(20);
    auto pause = std::chrono::milliseconds(1);
    while (!has_ended()) {
      if (enough()) return false;
      std::this_thread::sleep_for(pause);
      pause = std::min(pause * 2, longest_pause);
    }
    return true;
  }

  bool has_ended() {
    const pid_t ended = carried_on([&] { return waitpid(process_, &status_, WNOHANG); });
    if (ended < 0) status_ = -1;
    return ended != 0;
  }

  /// Asks first: git puts its own things in order then.
  void stop() {
    kill(process_, SIGTERM);
    const auto last = Clock::now() + std::chrono::seconds(2);
    if (has_ended_before([&] { return Clock::now() >= last; })) return;
    kill(process_, SIGKILL);
    carried_on([&] { return waitpid(process_, &status_, 0); });
  }

  pid_t process_;
  int status_ = 0;
};

/// Makes a folder whose name's last letters, X, are put in.
bool made_by_pattern(std::string& name) {
  const std::string pattern = name;
  const auto made = [&] {
    name = pattern;
    return mkdtemp(name.data()) ? 0 : -1;
  };
  return carried_on(made) == 0;
}

std::string beginning_of(const fs::path& path) {
  std::string text(std::size_t(64) << 10, '\0');
  std::ifstream in(path, std::ios::binary);
  in.read(text.data(), std::streamsize(text.size()));
  text.resize(std::size_t(in.gcount()));
  return text;
}

}  // namespace

PrivateFolder::PrivateFolder() {
  const fs::path place = place_for_what_is_temporary();
  remove_left_behind(place);
  std::string name = (place / (prefix_of_private_folders() + "XXXXXX")).native();
  if (!made_by_pattern(name))
    throw Error(say({"cannot make a temporary folder in {}: {}", "无法在 {} 中建立临时文件夹：{}"},
                    printable(place.native()), std::strerror(errno)));
  path_ = name;
  open_ = open(name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  say_in_the_making(open_);
}

PrivateFolder::~PrivateFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
  if (open_ >= 0) close(open_);
}

ProgramEnd run_program(const std::vector<std::string>& arguments,
                       const std::vector<std::string>& environment, const fs::path& folder,
                       Patience patience) {
  std::vector<std::string> words = arguments, settings = environment;
  if (const char* path = std::getenv("PATH")) settings.push_back(std::string("PATH=") + path);
  const fs::path errors = folder / "errors";
  const Files files(errors);
  const Attributes attributes;
  pid_t child = 0;
  const int failure = posix_spawnp(&child, words[0].c_str(), files.get(), attributes.get(),
                                   pointers(words).data(), pointers(settings).data());
  if (failure != 0) {
    const bool found = failure != ENOENT && failure != EACCES && failure != ENOTDIR;
    return {found, false, true, std::generic_category().message(failure)};
  }
  ProgramEnd end = Child(child).wait(end_of(patience));
  end.errors = beginning_of(errors);
  return end;
}

}  // namespace lianxi
