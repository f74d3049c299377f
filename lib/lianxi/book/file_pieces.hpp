// A large file read in pieces, each of which any thread may read.
#pragma once
#include <memory>
#include <optional>
#include <vector>

#include <lianxi/book/document_reader.hpp>
#include <lianxi/yaml/document_pieces.hpp>

namespace lianxi {

/// What one file gave.
struct FileResult {
  RecordSets records;
  std::vector<RecordOfType> with_digits;
  Findings findings;
  CollectionFlags incomplete;

  /// Takes over what a document, or a piece of it, gave.
  void take(DocumentReader&);
};

class FilePieces {
 public:
  FilePieces() = default;
  FilePieces(DocumentText document, std::vector<DocumentPiece> pieces)
      : document_(std::make_unique<DocumentText>(document)),
        pieces_(std::move(pieces)),
        read_(pieces_.size()) {}

  bool empty() const { return pieces_.empty(); }
  std::size_t size() const { return pieces_.size(); }

  /// Reads one of them; `keep` belongs to the thread that does it.
  void read(std::size_t piece, const Source&, Arena& keep);

  /// What the file gave, once all were read; nothing where it was not certain that the pieces are
  /// what they seem, so that the file is to be read as a whole.
  std::optional<FileResult> joined();

 private:
  /// What one piece gave.
  struct Read {
    std::unique_ptr<DocumentReader> reader;
    std::optional<OpenCollection> end;
  };

  bool fits(std::size_t piece) const;

  std::unique_ptr<DocumentText> document_;  ///< Readers refer to it.
  std::vector<DocumentPiece> pieces_;
  std::vector<Read> read_;
};

/// Cuts a file that is large and holds one document; of any other there are no pieces.
FilePieces pieces_of(const Source&);

}  // namespace lianxi
