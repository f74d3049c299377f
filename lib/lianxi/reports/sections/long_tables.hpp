// Sections and rows of tables that may be long. A list in braces copies what stands in it, so
// that a table of a million rows would lie in memory twice and three times; these move it.
#pragma once
#include <optional>
#include <utility>
#include <vector>

#include <lianxi/documents/document.hpp>

namespace lianxi {

/// A section of these blocks.
template <class... Blocks>
doc::Section section_of(doc::Prose title, Blocks&&... blocks) {
  doc::Section section{std::move(title)};
  (section.blocks.emplace_back(std::forward<Blocks>(blocks)), ...);
  return section;
}

/// Those of the sections that are there.
template <class... Sections>
std::vector<doc::Section> those_present(Sections&&... sections) {
  std::vector<std::optional<doc::Section>> all;
  (all.emplace_back(std::forward<Sections>(sections)), ...);
  std::vector<doc::Section> those;
  for (auto& section : all)
    if (section) those.push_back(std::move(*section));
  return those;
}

/// Adds a row of these cells.
template <class... Cells>
void add_cells(doc::Table& table, Cells&&... cells) {
  auto& row = table.rows.emplace_back();
  row.reserve(sizeof...(cells));
  (row.emplace_back(std::forward<Cells>(cells)), ...);
}

}  // namespace lianxi
