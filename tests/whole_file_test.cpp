// Files that are written whole or not at all; tests/fix/ does the same to the tool under
// a full disk and with signals.
#include <csignal>
#include <doctest/doctest.h>
#include <fstream>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

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

}  // namespace whole_file_test
