// Tells whether bytes are still the same ones.
#pragma once
#include <string>
#include <string_view>

#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// The SHA-256 of a text in hexadecimal (FIPS 180-4).
std::string sha256(std::string_view);

}  // namespace lianxi
