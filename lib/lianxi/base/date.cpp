#include <fmt/format.h>

#include <lianxi/base/date.hpp>

namespace lianxi LIANXI_EXPORT {

std::string iso(Date date) {
  const auto [year, month, day] = date.calendar();
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::string iso(Time time) {
  return fmt::format("{:02}:{:02}", time.minutes / 60, time.minutes % 60);
}

}  // namespace lianxi
