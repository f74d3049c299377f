// Columns of text that fit into a terminal.
#pragma once
#include <optional>
#include <string>
#include <vector>

namespace lianxi {

/// Lines of cells; the first are the headings.
struct FittedTable {
  std::vector<std::vector<std::string>> lines;
  std::vector<bool> to_the_right;    ///< Of each column, whether it holds figures.
  std::vector<bool> gives_way = {};  ///< Whether it is cut before others; empty: none is.
};

/// The lines aligned, what cannot be seen written out and personal numbers masked. With a width no
/// line is wider as far as can be: long cells end in `…`.
std::string fitted(FittedTable, std::optional<int> width);

}  // namespace lianxi
