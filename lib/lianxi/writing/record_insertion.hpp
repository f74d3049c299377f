// Where new records go in a file, and how they are laid out there.
#pragma once
#include <lianxi/writing/changes.hpp>
#include <lianxi/writing/text_edits.hpp>

namespace lianxi {

/// Adds the records after the last of their collection in the file, in the layout of the one before
/// them; else under a new key at its end. `otherwise` is the language of the keys where the file
/// shows none.
TextEdit insertion_edit(std::string_view bytes, const Insertion&, Language otherwise);

}  // namespace lianxi
