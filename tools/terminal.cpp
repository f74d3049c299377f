#include "terminal.hpp"

#include <cstdlib>
#include <sys/ioctl.h>
#include <unistd.h>

namespace lianxi::tool {

std::optional<int> width_of_terminal() {
  if (isatty(STDOUT_FILENO) == 0) return std::nullopt;
  winsize size = {};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const char* const columns = std::getenv("COLUMNS");
  const int width = columns ? std::atoi(columns) : 0;
  return width > 0 ? std::optional(width) : std::nullopt;
}

}  // namespace lianxi::tool
