#include <fmt/format.h>

#include <lianxi/base/date.hpp>

namespace lianxi {

std::string iso(Date date) {
  const auto d = date.ymd();
  return fmt::format("{:04}-{:02}-{:02}", int(d.year()), unsigned(d.month()), unsigned(d.day()));
}

std::string iso(Time time) {
  return fmt::format("{:02}:{:02}", time.minutes / 60, time.minutes % 60);
}

}  // namespace lianxi
