// A file of cells, whatever wrote it, as a grid.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include <lianxi/export.hpp>
#include <lianxi/sheets/grid.hpp>

namespace lianxi LIANXI_EXPORT {

/// Reads a sheet of a .xlsx or .ods file, or a text file of cells (CSV, TSV; see
/// separated_text.hpp); which it is shows in its bytes, not in its name. `sheet` is a name or a
/// number from 1, "" for the first. Throws Error where it cannot be read.
Grid read_sheet(const std::filesystem::path&, std::string_view sheet = {});

/// The same of bytes; `name` is what the sheet of a text file is called.
Grid sheet_in(std::string bytes, std::string name, std::string_view sheet = {});

}  // namespace lianxi
