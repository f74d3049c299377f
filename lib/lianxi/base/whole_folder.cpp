#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <stdio.h>  // NOLINT(modernize-deprecated-headers): <cstdio> has no renameat2
#include <string>
#include <sys/stat.h>
#include <unistd.h>

#include <lianxi/base/left_behind.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/system_calls.hpp>
#include <lianxi/base/whole_folder.hpp>

namespace fs = std::filesystem;

namespace lianxi LIANXI_EXPORT {
namespace {

[[noreturn]] void cannot_write(const fs::path& path, int error) {
  throw Error(say({"cannot write {}: {}", "无法写入 {}：{}"}, path.native(), std::strerror(error)));
}

/// As make_folders does, or throws.
void make(const fs::path& folder) {
  if (const int error = make_folders(folder)) cannot_write(folder, error);
}

}  // namespace

WholeFolder::WholeFolder(fs::path target) : target_(std::move(target)) {
  make(target_.parent_path());
  remove_left_behind(target_.parent_path());
  for (int i = 0; i < 1000; ++i) {
    path_ = target_.parent_path() / name_in_the_making();
    if (carried_on([&] { return mkdir(path_.c_str(), 0777); }) == 0) {
      open_ = open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
      say_in_the_making(open_);
      return;
    }
    if (errno != EEXIST) cannot_write(target_, errno);
  }
  cannot_write(target_, EEXIST);
}

WholeFolder::~WholeFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
  if (open_ >= 0) close(open_);
}

void WholeFolder::write(const fs::path& file, std::string_view bytes) {
  const fs::path path = path_ / file;
  make(path.parent_path());
  if (const int error = write_new_file(path, bytes)) cannot_write(path, error);
}

void WholeFolder::take_name() {
  const auto renamed = [&](unsigned how) {
    return carried_on(
        [&] { return renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, target_.c_str(), how); });
  };
  if (renamed(RENAME_NOREPLACE) == 0) return;
  // What stood there before is then under the hidden name, and goes with it.
  if (renamed(RENAME_EXCHANGE) == 0) return;
  replace();
}

void WholeFolder::replace() {
  const fs::path old = path_.native() + ".old";
  if (carried_on([&] { return rename(target_.c_str(), old.c_str()); }) != 0 && errno != ENOENT)
    cannot_write(target_, errno);
  if (carried_on([&] { return rename(path_.c_str(), target_.c_str()); }) != 0) {
    const int error = errno;
    if (rename(old.c_str(), target_.c_str()) != 0) errno = 0;
    cannot_write(target_, error);
  }
  std::error_code ignored;
  fs::remove_all(old, ignored);
}

}  // namespace lianxi
