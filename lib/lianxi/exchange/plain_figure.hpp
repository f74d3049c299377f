// A figure's value as programs read it.
#pragma once
#include <string>
#include <string_view>

#include <lianxi/figures/figure_value.hpp>

namespace lianxi {

/// `exact`, `at_least` or `about`.
std::string_view word_of(Qualifier);

/// 1600, 4000.00 of money and hours, 93.1 of a rate; "" where there is none.
std::string plain(const FigureValue&);

/// How exact a count is, for a cell: in English as scripts get it.
std::string qualifier_in(Qualifier, Language);

}  // namespace lianxi
