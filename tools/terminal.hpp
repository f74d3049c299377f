// The terminal that is printed to.
#pragma once
#include <optional>

namespace lianxi::tool {

/// How many columns it has; nothing where the output goes elsewhere.
std::optional<int> width_of_terminal();

}  // namespace lianxi::tool
