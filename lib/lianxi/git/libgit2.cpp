#include <cerrno>
#include <cstring>
#include <new>

#include <lianxi/base/phrase.hpp>
#include <lianxi/git/libgit2.hpp>

namespace lianxi {

std::string_view said_by_libgit2() {
  const git_error* error = git_error_last();
  const std::string_view said = error && error->message ? error->message : "";
  // Where a file could not be mapped it only passes on what the system said.
  if ((error && error->klass == GIT_ERROR_NOMEMORY) || said.ends_with(std::strerror(ENOMEM)))
    throw std::bad_alloc();
  return said;
}

void check_git(int result, const Message& what) {
  if (result >= 0) return;
  const std::string_view said = said_by_libgit2();
  throw Error(Message{what.en + ": " + std::string(said), what.zh + "：" + std::string(said)});
}

}  // namespace lianxi
