// Whether the bytes of a file are text at all.
#pragma once
#include <optional>

#include <lianxi/base/finding.hpp>
#include <lianxi/base/source.hpp>

namespace lianxi {

/// The finding for bytes that are not UTF-8 text, or nothing. O(bytes).
std::optional<Finding> encoding_fault(const Source&);

/// The length of the valid UTF-8 sequence at `at`, or 0.
std::size_t utf8_length(std::string_view bytes, std::size_t at);

}  // namespace lianxi
