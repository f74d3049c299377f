// Signals that have to wait until something is finished.
#pragma once
#include <csignal>

#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// Holds back, in this thread, the signals that would end the program, so that nothing which was
/// begun is left lying about; they come at the end of its life. The one for too large a file
/// never comes: writing says so.
class SignalsHeldBack {
 public:
  SignalsHeldBack();
  ~SignalsHeldBack();
  SignalsHeldBack(const SignalsHeldBack&) = delete;
  SignalsHeldBack& operator=(const SignalsHeldBack&) = delete;

  /// Whether one is waiting: who does something long had better stop.
  static bool is_one_waiting();

 private:
  sigset_t before_;
};

}  // namespace lianxi
