// Large documents in pieces, for several threads.
#pragma once
#include <vector>

#include <lianxi/yaml/document_reading.hpp>

namespace lianxi {

/// The list under a top-level key in which a piece begins or ends.
struct OpenCollection {
  Place key = Place::none;
  std::ptrdiff_t column = 0;  ///< Of the dashes, from 0.

  friend bool operator==(const OpenCollection&, const OpenCollection&) = default;
};

/// A part of a document that begins with it or at an item of a top-level list, and ends before
/// such an item or with it.
struct DocumentPiece {
  DocumentText text;
  OpenCollection around;      ///< Of the first piece none.
  std::string_view key = {};  ///< The key of that list.
  bool is_last = true;
};

/// Cuts a document into pieces of about `size` bytes. It goes by the look of its lines, so a piece
/// is only what it seems where the one before it, read as read_piece does, ends as it begins.
/// O(lines).
std::vector<DocumentPiece> cut_at_items(const DocumentText&, std::size_t size);

/// Reads a piece with the plain reader; nothing where it gives up. Returns in which list the piece
/// ends, which of the last one does not matter.
std::optional<OpenCollection> read_piece(const DocumentPiece&, Arena& keep, DocumentSink&);

}  // namespace lianxi
