// Files that are written whole or not at all; tests/fix/ does the same to the tool under
// a full disk and with signals.
#include <csignal>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <fstream>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <lianxi/base/left_behind.hpp>
#include <lianxi/base/made_things.hpp>
#include <lianxi/base/output.hpp>
#include <lianxi/base/system_calls.hpp>
#include <lianxi/base/whole_file.hpp>

namespace whole_file_test {

namespace fs = std::filesystem;
using namespace lianxi;

namespace {

/// A folder that is gone after the test.
struct Folder {
  Folder() {
    char name[] = "/tmp/lianxi-test-XXXXXX";
    path = mkdtemp(name);
  }
  ~Folder() { fs::remove_all(path); }

  std::size_t entries() const {
    return std::size_t(std::distance(fs::directory_iterator(path), fs::directory_iterator()));
  }

  fs::path path;
};

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void put(const fs::path& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

mode_t mode_of(const fs::path& path) {
  struct stat status = {};
  REQUIRE(stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777;
}

/// Runs a child that may write files of that many bytes at most.
template <class Work>
int with_file_limit(rlim_t bytes, Work work) {
  const pid_t child = fork();
  if (child == 0) {
    const rlimit limit{bytes, bytes};
    setrlimit(RLIMIT_FSIZE, &limit);
    _exit(work());
  }
  int status = -1;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

}  // namespace

TEST_CASE("a new file holds the bytes and nothing is left beside it") {
  const Folder folder;
  const auto path = folder.path / "a";
  write_whole(path, std::string_view("one\0two", 7), false);
  CHECK(bytes_of(path) == std::string("one\0two", 7));
  CHECK(folder.entries() == 1);
}

TEST_CASE("without leave to replace, what stands there stays, even a link to nothing") {
  const Folder folder;
  put(folder.path / "a", "old");
  fs::create_symlink("nowhere", folder.path / "link");
  CHECK_THROWS_AS(write_whole(folder.path / "a", "new", false), Error);
  CHECK_THROWS_AS(write_whole(folder.path / "link", "new", false), Error);
  CHECK(bytes_of(folder.path / "a") == "old");
  CHECK(folder.entries() == 2);
}

TEST_CASE("a replaced file keeps its mode, and a link stays a link") {
  const Folder folder;
  fs::create_directory(folder.path / "sub");
  const auto real = folder.path / "sub/real", link = folder.path / "link";
  put(real, "old");
  REQUIRE(chmod(real.c_str(), 0640) == 0);
  fs::create_symlink("sub/real", link);
  write_whole(link, "new", true);
  CHECK(bytes_of(real) == "new");
  CHECK(mode_of(real) == 0640);
  CHECK(fs::is_symlink(link));
  CHECK(folder.entries() == 2);
}

TEST_CASE("only regular files are replaced") {
  const Folder folder;
  REQUIRE(mkfifo((folder.path / "pipe").c_str(), 0600) == 0);
  CHECK_THROWS_AS(write_whole(folder.path, "new", true), Error);
  CHECK_THROWS_AS(write_whole(folder.path / "pipe", "new", true), Error);
  CHECK_THROWS_AS(write_whole("/dev/null", "new", true), Error);
  CHECK_THROWS_AS(write_output(folder.path, "new"), Error);
  CHECK_THROWS_AS(write_whole(folder.path / "none/a", "new", true), Error);
  CHECK(fs::is_fifo(folder.path / "pipe"));
  CHECK(folder.entries() == 1);
}

TEST_CASE("past the limit for files the old one is whole, and no signal ends the program") {
  const Folder folder;
  const auto path = folder.path / "a";
  put(path, "old");
  const int status = with_file_limit(1000, [&] {
    try {
      write_whole(path, std::string(5000, 'x'), true);
    } catch (const Error&) {
      return 3;
    }
    return 0;
  });
  CHECK(status == 3);
  CHECK(bytes_of(path) == "old");
  CHECK(folder.entries() == 1);
}

TEST_CASE("messages name the file in both languages") {
  try {
    write_whole("/nowhere/a.md", "x", true);
    FAIL("it must not be written");
  } catch (const Error& e) {
    CHECK(e.message().en.find("/nowhere/a.md") != std::string::npos);
    CHECK(e.message().zh.starts_with("无法写入 /nowhere/a.md"));
  }
}

TEST_CASE("a further hard link goes on naming the old file, attributes are taken over") {
  const Folder folder;
  const auto path = folder.path / "a", other = folder.path / "b";
  put(path, "old");
  fs::create_hard_link(path, other);
  // Not every file system has attributes.
  const bool noted = setxattr(path.c_str(), "user.note", "mine", 4, 0) == 0;
  write_whole(path, "new", true);
  CHECK(bytes_of(path) == "new");
  CHECK(bytes_of(other) == "old");
  if (!noted) return;
  char value[8] = {};
  CHECK(getxattr(path.c_str(), "user.note", value, sizeof value) == 4);
  CHECK(std::string(value) == "mine");
}

// ---- streams -------------------------------------------------------------------------------

TEST_CASE("what a program has open is written into at its place, be it a file") {
  const Folder folder;
  const auto log = folder.path / "log", link = folder.path / "link";
  put(log, "before\n");
  const int file = open(log.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  REQUIRE(file >= 0);
  const std::string name = "/dev/fd/" + std::to_string(file);
  fs::create_symlink(name, link);
  for (const std::string& path : {name, "/proc/self/fd/" + std::to_string(file), link.native()}) {
    CHECK(is_stream(path));
    write_output(path, "x\n");
  }
  close(file);
  CHECK(bytes_of(log) == "before\nx\nx\nx\n");
  CHECK_FALSE(is_stream(log));
  CHECK_FALSE(is_stream(folder.path / "nothing"));
  CHECK(folder.entries() == 2);
}

TEST_CASE("a pipe is written into, and that nobody reads it any more is no error") {
  const Folder folder;
  const auto pipe = folder.path / "pipe";
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  const int reader = open(pipe.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  write_output(pipe, "through it");
  char bytes[16] = {};
  CHECK(read(reader, bytes, sizeof bytes) == 10);
  CHECK(std::string(bytes) == "through it");
  close(reader);
  CHECK(fs::is_fifo(pipe));
  write_output("/dev/null", "nothing");
  CHECK_THROWS_AS(write_output("/dev/full", "too much"), Error);
}

// ---- several at once -----------------------------------------------------------------------

TEST_CASE("of several files each takes its name, or none") {
  const Folder folder;
  put(folder.path / "a", "old");
  fs::create_directory(folder.path / "c");
  {
    WholeFiles files;
    files.add(folder.path / "a", "new", true);
    files.add(folder.path / "b", "new", true);
    CHECK(bytes_of(folder.path / "a") == "old");
    // What is there by now, and was not when it was added, is not replaced.
    put(folder.path / "b", "of another");
    CHECK_THROWS_AS(files.take_names(), Error);
  }
  CHECK(bytes_of(folder.path / "a") == "old");
  CHECK(bytes_of(folder.path / "b") == "of another");
  CHECK(folder.entries() == 3);
  WholeFiles files;
  CHECK_THROWS_AS(files.add(folder.path / "c", "new", true), Error);
  files.add(folder.path / "a", "new", true);
  files.add(folder.path / "d", "new", true);
  files.take_names();
  CHECK(bytes_of(folder.path / "a") + bytes_of(folder.path / "d") == "newnew");
}

TEST_CASE("what was made is taken back where it was not all, and nothing else") {
  const Folder folder;
  put(folder.path / "changed", "old");
  fs::create_symlink("nowhere", folder.path / "link");
  {
    MadeThings made;
    made.make_file(folder.path / "new/inner/a", "a");
    made.answer_for_change(folder.path / "changed");
    made.answer_for_change(folder.path / "other/made");
    put(folder.path / "changed", "new");
    fs::create_directory(folder.path / "other");
    put(folder.path / "other/made", "new");
    CHECK_THROWS_AS(made.make_folder(folder.path / "link/below"), Error);
    CHECK(fs::exists(folder.path / "new/inner/a"));
  }
  CHECK(bytes_of(folder.path / "changed") == "old");
  CHECK(fs::is_symlink(folder.path / "link"));
  CHECK(folder.entries() == 2);
  MadeThings made;
  made.make_file(folder.path / "new/inner/a", "a");
  made.keep();
  CHECK(bytes_of(folder.path / "new/inner/a") == "a");
}

// ---- what was left behind ------------------------------------------------------------------

/// The number of a process that has ended.
static pid_t gone() {
  const pid_t child = fork();
  if (child == 0) _exit(0);
  waitpid(child, nullptr, 0);
  return child;
}

TEST_CASE(
    "the next run takes away what a killed one left, and nothing that is in use or another's") {
  const Folder folder;
  const std::string dead = std::to_string(gone()), alive = std::to_string(getpid());
  put(folder.path / (".lianxi-" + dead + "-0.tmp"), "left");
  fs::create_directory(folder.path / (".lianxi-" + dead + "-1.tmp"));
  put(folder.path / (".lianxi-" + dead + "-1.tmp/0"), "left");
  fs::create_directory(folder.path / ("lianxi-" + dead + "-Ab3dEf"));
  const auto held = folder.path / (".lianxi-" + dead + "-2.tmp");
  put(held, "of a process elsewhere, whose number means nothing here");
  const std::vector<std::string> stay = {".lianxi-" + alive + "-0.tmp", ".lianxi-pending",
                                         ".lianxi-" + dead + ".tmp",    ".lianxi-x-0.tmp",
                                         "lianxi-" + dead + "-notes",   "lianxi-2017-report.md"};
  for (const std::string& name : stay) put(folder.path / name, "stays");
  const int file = open(held.c_str(), O_RDONLY | O_CLOEXEC);
  REQUIRE(flock(file, LOCK_EX) == 0);
  write_whole(folder.path / "a", "new", false);
  CHECK(fs::exists(held));
  CHECK(folder.entries() == stay.size() + 2);
  close(file);
  remove_left_behind(folder.path);
  CHECK_FALSE(fs::exists(held));
  for (const std::string& name : stay) CHECK_MESSAGE(fs::exists(folder.path / name), name);
}

TEST_CASE("a write that a reader holds up goes on where it was") {
  int ends[2];
  REQUIRE(pipe2(ends, O_CLOEXEC | O_NONBLOCK) == 0);
  const std::string much(300'000, 'x');  // more than a pipe holds
  const pid_t reader = fork();
  if (reader == 0) {
    close(ends[1]);
    fcntl(ends[0], F_SETFL, 0);
    std::size_t all = 0;
    char bytes[4096];
    for (ssize_t got = 0; (got = read(ends[0], bytes, sizeof bytes)) > 0;) all += std::size_t(got);
    _exit(all == 300'000 ? 0 : 1);
  }
  close(ends[0]);
  CHECK(write_bytes(ends[1], much) == 0);
  close(ends[1]);
  int status = -1;
  waitpid(reader, &status, 0);
  CHECK(status == 0);
}

}  // namespace whole_file_test
