// A reader of the small regular part of YAML in which nearly all records are
// written, working straight on the bytes.
#pragma once
#include <lianxi/yaml/document_reading.hpp>
#include <lianxi/yaml/tree_builder.hpp>

namespace lianxi {

/// Reads a document written in the plain part: block mappings and sequences, one-line
/// plain scalars, one-line quoted scalars without escapes, one-line flow lists and
/// mappings of such scalars, `|` blocks, comments. At anything else it gives up and
/// returns false; the builder then holds half a document and is to be thrown away.
/// Texts are views into the source but for `|` blocks of several lines, which are put
/// together in `keep`. O(bytes).
bool read_plain(const DocumentText&, Arena& keep, TreeBuilder&);

}  // namespace lianxi
