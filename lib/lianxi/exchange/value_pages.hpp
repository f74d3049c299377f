// How values are written, as a part of the manual.
#pragma once
#include <string>

#include <lianxi/base/phrase.hpp>
#include <lianxi/exchange/mdoc.hpp>

namespace lianxi {

/// Adds the section VALUES to a page: what holds for all, and each type with its spellings.
void add_values(MdocWriter&, Language);

}  // namespace lianxi
