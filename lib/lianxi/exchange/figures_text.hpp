// Figures for a terminal: section by section, numbers below each other.
#pragma once
#include <string>

#include <lianxi/figures/figures.hpp>

namespace lianxi LIANXI_EXPORT {

/// The figures as aligned text. Sections in which nothing happened are left out.
std::string to_table(const Figures&, Language);

}  // namespace LIANXI_EXPORT
