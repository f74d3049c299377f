#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

#include <lianxi/base/parallel.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

class Crew {
 public:
  Crew(std::size_t count, const std::function<void(std::size_t, unsigned)>& work)
      : count_(count), work_(work) {}

  void run(unsigned threads) {
    {
      std::vector<std::jthread> others;
      others.reserve(threads);
      try {
        for (unsigned number = 1; number < threads; ++number)
          others.emplace_back([this, number] { take_part(number); });
      } catch (const std::system_error&) {  // no more threads to be had
      }
      take_part(0);
    }
    if (fault_) std::rethrow_exception(fault_);
  }

 private:
  void take_part(unsigned thread) noexcept {
    try {
      for (std::size_t piece = next_++; piece < count_; piece = next_++) work_(piece, thread);
    } catch (...) {
      next_ = count_;
      const std::scoped_lock lock(noting_);
      if (!fault_) fault_ = std::current_exception();
    }
  }

  const std::size_t count_;
  const std::function<void(std::size_t, unsigned)>& work_;
  std::atomic<std::size_t> next_ = 0;
  std::mutex noting_;
  std::exception_ptr fault_;
};

}  // namespace

void in_parallel(unsigned jobs, std::size_t count,
                 const std::function<void(std::size_t, unsigned)>& work) {
  const auto threads = unsigned(std::min<std::size_t>(std::max(1U, jobs), count));
  Crew(count, work).run(threads);
}

}  // namespace lianxi
