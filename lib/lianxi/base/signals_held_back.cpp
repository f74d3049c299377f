#include <ctime>

#include <lianxi/base/signals_held_back.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

constexpr int ending_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

}  // namespace

SignalsHeldBack::SignalsHeldBack() {
  sigset_t held;
  sigemptyset(&held);
  for (const int signal : ending_signals) sigaddset(&held, signal);
  sigaddset(&held, SIGXFSZ);
  pthread_sigmask(SIG_BLOCK, &held, &before_);
}

SignalsHeldBack::~SignalsHeldBack() {
  sigset_t too_large;
  sigemptyset(&too_large);
  sigaddset(&too_large, SIGXFSZ);
  const timespec at_once = {};
  while (sigtimedwait(&too_large, nullptr, &at_once) == SIGXFSZ) continue;
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

bool SignalsHeldBack::is_one_waiting() {
  sigset_t waiting;
  sigemptyset(&waiting);
  sigpending(&waiting);
  for (const int signal : ending_signals)
    if (sigismember(&waiting, signal) == 1) return true;
  return false;
}

}  // namespace lianxi
