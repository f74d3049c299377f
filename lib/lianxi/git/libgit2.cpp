#include <dlfcn.h>

#include <lianxi/base/phrase.hpp>
#include <lianxi/git/libgit2.hpp>

namespace lianxi {
namespace {

void* loaded_library() {
  void* library = dlopen("libgit2.so." LIBGIT2_SOVERSION, RTLD_NOW | RTLD_LOCAL);
  if (!library)
    throw Error(
        say({"git cannot be read: libgit2 is not installed", "无法读取 git：没有安装 libgit2"}),
        say({"on Debian: apt install libgit2-{}", "Debian 上请运行 apt install libgit2-{}"},
            LIBGIT2_SOVERSION));
  return library;
}

template <class Function>
void find(void* library, const char* name, Function*& function) {
  function = reinterpret_cast<Function*>(dlsym(library, name));
  if (!function)
    throw Error(say(
        {"git cannot be read: this libgit2 has no {}", "无法读取 git：此 libgit2 缺少 {}"}, name));
}

// NOLINTNEXTLINE(readability-function-size): a line for each function
Libgit2 load() {
  void* const library = loaded_library();
  Libgit2 git;
#define GIT_FUNCTION(name) find(library, "git_" #name, git.name);
#include <lianxi/git/libgit2.def>
#undef GIT_FUNCTION
  git.libgit2_init();
  return git;
}

}  // namespace

const Libgit2& libgit2() {
  static const Libgit2 git = load();
  return git;
}

std::string_view said_by_libgit2() {
  const git_error* error = libgit2().error_last();
  return error && error->message ? error->message : "";
}

void check_git(int result, const Message& what) {
  if (result >= 0) return;
  const std::string_view said = said_by_libgit2();
  throw Error(Message{what.en + ": " + std::string(said), what.zh + "：" + std::string(said)});
}

}  // namespace lianxi
