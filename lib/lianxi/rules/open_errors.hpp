// How many of a conference's errors are open, without finding all that is no error.
#pragma once
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

struct Compliance;

/// As `judge(compliance).open_errors`, but only rules that find errors in this book are asked.
int open_errors_of(const Compliance&);

}  // namespace lianxi
