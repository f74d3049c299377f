// How severities stand out on a terminal.
#pragma once
#include <fmt/format.h>
#include <iterator>
#include <string>
#include <string_view>

#include <lianxi/base/finding.hpp>

namespace lianxi {

/// SGR codes: dim, blue, yellow, red.
inline constexpr std::string_view severity_colors[] = {"2", "34", "33", "31"};
static_assert(std::size(severity_colors) == std::size_t(Severity::error) + 1);

constexpr std::string_view color_of(Severity severity) {
  return severity_colors[std::size_t(severity)];
}

/// The text between the SGR code and its end.
inline std::string in_color(std::string_view text, std::string_view code) {
  return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

}  // namespace lianxi
