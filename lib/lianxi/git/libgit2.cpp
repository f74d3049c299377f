#include <lianxi/base/phrase.hpp>
#include <lianxi/git/libgit2.hpp>

namespace lianxi {

std::string_view said_by_libgit2() {
  const git_error* error = git_error_last();
  return error && error->message ? error->message : "";
}

void check_git(int result, const Message& what) {
  if (result >= 0) return;
  const std::string_view said = said_by_libgit2();
  throw Error(Message{what.en + ": " + std::string(said), what.zh + "：" + std::string(said)});
}

}  // namespace lianxi
