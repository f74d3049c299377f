// How large a sheet may be: more than any office has, less than what brings a machine down.
#pragma once
#include <cstddef>

#include <lianxi/base/error.hpp>

namespace lianxi {

inline constexpr std::size_t largest_sheet_file = 64U << 20U;   ///< Bytes of a file.
inline constexpr std::size_t largest_sheet_part = 256U << 20U;  ///< Unpacked.
inline constexpr std::size_t most_columns = 16'384, most_rows = 1'048'576;
inline constexpr std::size_t most_cells = 4'000'000;  ///< That hold something.

/// What to say where one of them is passed.
Error too_many_columns();
Error too_many_cells();

}  // namespace lianxi
