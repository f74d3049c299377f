// Charts as Mermaid source, in the forms that every version since 8 draws.
#pragma once
#include <string>

#include <lianxi/documents/document.hpp>

namespace lianxi::mermaid {

/// Source without the fence around it; "" where there is nothing to draw.
std::string source(const doc::Chart&);

}  // namespace lianxi::mermaid
