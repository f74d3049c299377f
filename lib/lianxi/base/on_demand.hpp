// Functions of libraries that only some commands need, found when they are first called. Those who
// never ask for a workbook, a database or a calendar do not pay for loading what makes them.
#pragma once
#include <atomic>

#include <lianxi/base/language.hpp>
#include <lianxi/found_libraries.hpp>

namespace lianxi {

/// A library that is loaded when the first of its functions is called.
class LibraryOnDemand {
 public:
  /// `without` says what cannot be done where it is not installed. `begin` names a function without
  /// arguments that has to be called before any other, or nothing.
  constexpr LibraryOnDemand(FoundLibrary found, Bilingual without, const char* begin = nullptr)
      : found_(found), without_(without), begin_(begin) {}

  /// Where the function of that name is. Throws Error where the library or the function is not
  /// there.
  void* function(const char* name) const;

 private:
  void* loaded() const;
  void* found_in(void* library, const char* name) const;

  FoundLibrary found_;
  Bilingual without_;
  const char* begin_;
  mutable std::atomic<void*> library_ = nullptr;
};

template <class Pointer>
class OnDemand;

/// A function of such a library, called like itself: `OnDemand<decltype(&::sqlite3_step)>`. One
/// that stands in our namespace under the very name of the function is found there before it.
template <class Result, class... Arguments>
class OnDemand<Result (*)(Arguments...)> {
 public:
  constexpr OnDemand(const LibraryOnDemand& library, const char* name)
      : library_(library), name_(name) {}

  /// Throws Error where the library is not installed. Threads may call it at once: each finds the
  /// same.
  Result operator()(Arguments... arguments) const { return found()(arguments...); }

 private:
  using Function = Result(Arguments...);

  Function* found() const {
    Function* function = found_.load(std::memory_order_acquire);
    if (!function) {
      function = reinterpret_cast<Function*>(library_.function(name_));
      found_.store(function, std::memory_order_release);
    }
    return function;
  }

  const LibraryOnDemand& library_;
  const char* name_;
  mutable std::atomic<Function*> found_ = nullptr;
};

// A list of functions, `FUNCTION_ON_DEMAND(library, name)` each, declares them where it is
// included.
#define FUNCTION_ON_DEMAND(library, name) \
  inline constinit const OnDemand<decltype(&::name)> name(library, #name);

}  // namespace lianxi
