// A word for who waits at a terminal.
#pragma once
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include <lianxi/base/language.hpp>

#include "session.hpp"

namespace lianxi::tool {

/// Says on standard error what is being done, and for how many seconds, as long as it lives: only
/// at a terminal, only from the second second on, and gone again at the end. Quiet where --quiet
/// was asked for.
class Progress {
 public:
  Progress(const Session&, Bilingual what);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

 private:
  void tell(const std::string& what);

  std::mutex mutex_;
  std::condition_variable ended_;
  bool has_ended_ = false, is_shown_ = false;
  std::thread teller_;
};

}  // namespace lianxi::tool
