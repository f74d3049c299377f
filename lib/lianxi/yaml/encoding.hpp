// Whether the bytes of a file are text at all.
#pragma once
#include <optional>

#include <lianxi/base/finding.hpp>
#include <lianxi/base/source.hpp>

namespace lianxi {

/// The finding for bytes that are not UTF-8 text, or nothing. O(bytes).
std::optional<Finding> encoding_fault(const Source&);

}  // namespace lianxi
