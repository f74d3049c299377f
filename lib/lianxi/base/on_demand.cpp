#include <dlfcn.h>
#include <new>
#include <string_view>

#include <lianxi/base/error.hpp>
#include <lianxi/base/on_demand.hpp>
#include <lianxi/base/phrase.hpp>

namespace lianxi {

void* LibraryOnDemand::function(const char* name) const {
  void* library = library_.load(std::memory_order_acquire);
  if (!library) library = loaded();
  return found_in(library, name);
}

namespace {

/// Whether it is said of a library that is there that no memory could be had for it: the loader has
/// no other way to tell.
bool is_for_lack_of_memory(std::string_view said) {
  for (const std::string_view words :
       {"cannot allocate", "Cannot allocate memory", "failed to map segment",
        "cannot map zero-fill", "cannot create shared object descriptor", "out of memory"})
    if (said.find(words) != said.npos) return true;
  return false;
}

}  // namespace

/// Of two threads both may come here: the loader gives them the same library.
void* LibraryOnDemand::loaded() const {
  void* const library = dlopen(found_.file, RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    const char* const said = dlerror();
    if (!said || is_for_lack_of_memory(said)) throw std::bad_alloc();
    const std::string_view file = found_.file;
    const std::string_view name = file.substr(0, file.find(".so"));
    if (std::string_view(said).find("No such file") == std::string_view::npos)
      throw Error(
          say({"{}: {} cannot be loaded: {}", "{}：无法装入 {}：{}"}, without_, name, said));
    throw Error(
        say({"{}: {} is not installed", "{}：没有安装 {}"}, without_, name),
        say({"on Debian: apt install {}", "Debian 上请运行 apt install {}"}, found_.package));
  }
  if (begin_) reinterpret_cast<int (*)()>(found_in(library, begin_))();
  library_.store(library, std::memory_order_release);
  return library;
}

void* LibraryOnDemand::found_in(void* library, const char* name) const {
  if (void* const function = dlsym(library, name)) return function;
  throw Error(say({"{}: this {} has no {}", "{}：此 {} 缺少 {}"}, without_,
                  std::string_view(found_.file), name));
}

}  // namespace lianxi
