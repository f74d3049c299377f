// Charts as pictures that need nothing else: SVG to stand in a page.
#pragma once
#include <string>

#include <lianxi/documents/document.hpp>

namespace lianxi::svg {

/// How wide a chart is in its own units; a page may draw it at any size.
constexpr int chart_width = 680;

/// One `<svg>` element, without its title as text; "" where there is nothing to draw. Its
/// colours are classes of the page: bar, done, open, late, grid, and plain text. A pie
/// becomes bars, which show what differs little better, with the value at each.
std::string drawing(const doc::Chart&, Language);

/// The title of a chart.
std::string title(const doc::Chart&);

}  // namespace lianxi::svg
