#include "progress.hpp"

#include <cstdio>
#include <fmt/format.h>
#include <system_error>
#include <unistd.h>

#include <lianxi/base/signals_held_back.hpp>

namespace lianxi::tool {

Progress::Progress(const Session& session, Bilingual what) {
  if (session.quiet() || isatty(STDERR_FILENO) != 1) return;
  // A signal is for the thread that works: it may have to hold it back.
  const SignalsHeldBack held;
  try {
    teller_ = std::thread(&Progress::tell, this, std::string(what.in(session.language())));
  } catch (
      const std::system_error&) {  // no further thread to be had: the work is done all the same
  }
}

Progress::~Progress() {
  if (!teller_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    has_ended_ = true;
  }
  ended_.notify_one();
  teller_.join();
  if (is_shown_) std::fputs("\r\x1b[K", stderr);
}

void Progress::tell(const std::string& what) {
  std::unique_lock lock(mutex_);
  for (int seconds = 1;; ++seconds) {
    if (ended_.wait_for(lock, std::chrono::seconds(1), [&] { return has_ended_; })) return;
    const std::string line = fmt::format("\r\x1b[K{} {} s", what, seconds);
    std::fputs(line.c_str(), stderr);
    is_shown_ = true;
  }
}

}  // namespace lianxi::tool
