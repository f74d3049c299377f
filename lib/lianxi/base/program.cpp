#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <lianxi/base/program.hpp>

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

bool ended_well(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return false;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
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
  std::string name = (fs::temp_directory_path() / "lianxi-XXXXXX").native();
  if (!mkdtemp(name.data()))
    throw fs::filesystem_error("mkdtemp", name, std::error_code(errno, std::generic_category()));
  path_ = name;
}

PrivateFolder::~PrivateFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

ProgramEnd run_program(const std::vector<std::string>& arguments,
                       const std::vector<std::string>& environment, const fs::path& folder) {
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
    return {found, false, std::generic_category().message(failure)};
  }
  const bool well = ended_well(child);
  return {true, well, beginning_of(errors)};
}

}  // namespace lianxi
