// Columns of text for a terminal, by the width that people see.
#pragma once
#include <string>
#include <vector>

namespace lianxi {

/// Lines of cells, each column as wide as its widest cell, two spaces between them,
/// no spaces at the ends of lines. Control characters in cells are made visible.
std::string aligned(const std::vector<std::vector<std::string>>& rows, std::size_t indent = 0);

}  // namespace lianxi
