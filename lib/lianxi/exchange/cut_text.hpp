// Text cut where it is too wide.
#pragma once
#include <string>
#include <string_view>

#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// The text where it takes no more columns than that, else as many whole graphemes of it as leave
/// room for `…`.
std::string cut_to_width(std::string_view text, int width);

}  // namespace lianxi
