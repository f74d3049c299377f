// What one record of a collection is called.
#pragma once
#include <string>
#include <string_view>

namespace lianxi {

/// resolutions → resolution, summaries → summary, series → series.
std::string singular(std::string_view plural);

}  // namespace lianxi
