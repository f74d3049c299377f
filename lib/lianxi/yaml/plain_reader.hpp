// A reader of the regular part of YAML in which nearly all records are written, working straight
// on the bytes.
#pragma once
#include <lianxi/yaml/document_pieces.hpp>
#include <lianxi/yaml/document_reading.hpp>
#include <lianxi/yaml/tree_builder.hpp>

namespace lianxi {

/// A record that is written otherwise, from the line of its dash on.
struct StrangeItem {
  DocumentText text;
  std::size_t column;  ///< Of the dash, from 0.
  bool is_followed;    ///< By another one in the same list.
  bool ends_document;
};

/// Reads such a record into the builder, and notes where its last event was; false where it is not
/// exactly one item. See yaml_cpp.cpp.
using ReadStrangeItem = bool(const StrangeItem&, Arena& keep, TreeBuilder&, Place& last);

/// Reads a document written in the plain part: block mappings and sequences, plain and quoted
/// scalars with the usual escapes on one line or several, lists and mappings in brackets, `|` and
/// `>` blocks, comments. A record that is not is left to `read_strange`, where that is given. At
/// anything else it gives up and returns false; the builder then holds half a document and is to
/// be thrown away. Texts are views into the source where they stand there as they are, else they
/// are put together in `keep`. O(bytes).
bool read_plain(const DocumentText&, Arena& keep, TreeBuilder&,
                ReadStrangeItem* read_strange = nullptr);

/// The same of a piece; returns in which list it ends.
std::optional<OpenCollection> read_plain_piece(const DocumentPiece&, Arena& keep, TreeBuilder&,
                                               ReadStrangeItem* read_strange);

/// Reads such a record with yaml-cpp.
ReadStrangeItem read_item_with_yaml_cpp;

}  // namespace lianxi
