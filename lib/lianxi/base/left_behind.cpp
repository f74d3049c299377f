#include <atomic>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <optional>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <lianxi/base/left_behind.hpp>

namespace fs = std::filesystem;

namespace lianxi {
namespace {

constexpr std::string_view hidden = ".lianxi-", in_private = "lianxi-", ending = ".tmp";

/// A number at the beginning of the text, which it then is taken from.
std::optional<long> take_number(std::string_view& text) {
  long number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number <= 0) return std::nullopt;
  text.remove_prefix(std::size_t(end - text.data()));
  return number;
}

/// The process that made something of that name: `.lianxi-812-0.tmp`, or `lianxi-812-Xa4k2Q`, a
/// temporary folder.
std::optional<long> maker_of(std::string_view name) {
  const bool is_hidden = name.starts_with(hidden);
  if (!is_hidden && !name.starts_with(in_private)) return std::nullopt;
  std::string_view rest = name.substr((is_hidden ? hidden : in_private).size());
  const auto process = take_number(rest);
  const bool is_ours = is_hidden ? rest.ends_with(ending) : rest.size() == 7;
  return process && is_ours && rest.starts_with('-') ? process : std::nullopt;
}

bool is_alive(long process) { return kill(pid_t(process), 0) == 0 || errno != ESRCH; }

enum class Held { no, yes, unknown };

/// Whether somebody says to be at work on it.
Held is_held(const fs::path& path, bool is_folder) {
  const int how = is_folder ? O_RDONLY | O_DIRECTORY : O_RDWR;
  const int file = open(path.c_str(), how | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (file < 0) return Held::unknown;
  const bool is_free = flock(file, LOCK_EX | LOCK_NB) == 0;
  const int error = errno;
  close(file);
  if (is_free) return Held::no;
  return error == EWOULDBLOCK ? Held::yes : Held::unknown;
}

bool was_left_behind(const fs::path& path, long process) {
  constexpr std::time_t a_day = 86400;
  struct stat status = {};
  if (lstat(path.c_str(), &status) != 0 || status.st_uid != geteuid()) return false;
  if (!S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode)) return false;
  const Held held = is_held(path, S_ISDIR(status.st_mode));
  const bool is_old = std::time(nullptr) - status.st_mtime > a_day;
  // Another process may have got the number since.
  return held != Held::yes && (is_old || (held == Held::no && !is_alive(process)));
}

}  // namespace

std::string name_in_the_making() {
  static std::atomic<unsigned> number = 0;
  return std::string(hidden) + std::to_string(getpid()) + "-" + std::to_string(number++) +
         std::string(ending);
}

fs::path place_for_what_is_temporary() {
  for (const char* name : {"TMPDIR", "TMP", "TEMP", "TEMPDIR"})
    if (const char* const place = std::getenv(name); place && *place) return place;
  return "/tmp";
}

std::string prefix_of_private_folders() {
  return std::string(in_private) + std::to_string(getpid()) + "-";
}

void say_in_the_making(int file) {
  // Nothing depends on it where it cannot be.
  if (flock(file, LOCK_EX | LOCK_NB) != 0) errno = 0;
}

void remove_left_behind(const fs::path& folder) {
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const auto process = maker_of(entry->path().filename().native());
    std::error_code ignored;
    if (process && was_left_behind(entry->path(), *process)) fs::remove_all(entry->path(), ignored);
  }
}

}  // namespace lianxi
