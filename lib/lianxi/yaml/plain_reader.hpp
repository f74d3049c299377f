// A reader of the small regular part of YAML in which nearly all records are
// written, working straight on the bytes.
#pragma once
#include <lianxi/yaml/document.hpp>
#include <lianxi/yaml/tree_builder.hpp>

namespace lianxi {

/// Reads a document written in the plain part: block mappings and sequences, one-line
/// plain scalars, one-line quoted scalars without escapes, one-line flow lists and
/// mappings of such scalars, `|` blocks, comments. At anything else it gives up and
/// returns false; the builder then holds half a document and is to be thrown away.
/// All texts are views into the source. O(bytes).
bool read_plain(const DocumentText&, TreeBuilder&);

}  // namespace lianxi
