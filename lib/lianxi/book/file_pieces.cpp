#include <algorithm>
#include <cstring>
#include <iterator>

#include <lianxi/book/file_pieces.hpp>
#include <lianxi/book/record_path.hpp>
#include <lianxi/records/waivers.hpp>
#include <lianxi/yaml/encoding.hpp>

namespace lianxi {

void FileResult::take(DocumentReader& reader) {
  records.append(reader.records());
  std::ranges::copy(reader.with_digits(), std::back_inserter(with_digits));
  std::ranges::move(reader.findings(), std::back_inserter(findings));
  incomplete |= reader.incomplete();
}

void FilePieces::read(std::size_t piece, const Source& source, Arena& keep) {
  Read& read = read_[piece];
  read.reader = std::make_unique<DocumentReader>(source, *document_, keep, 0);
  read.end = read_piece(pieces_[piece], keep, *read.reader);
}

/// Whether a piece could be read, and ends in the very list in which the next one begins.
bool FilePieces::fits(std::size_t piece) const {
  const auto& end = read_[piece].end;
  if (!end || read_[piece].reader->is_misread()) return false;
  return piece + 1 == pieces_.size() || *end == pieces_[piece + 1].around;
}

std::optional<FileResult> FilePieces::joined() {
  FileResult result;
  std::unordered_map<std::string, Place> keys;
  for (std::size_t piece = 0; piece < pieces_.size(); ++piece) {
    if (!fits(piece)) return std::nullopt;
    // A collection that comes twice is a fault, of which only a reader of all of it can tell.
    for (const auto& [name, key] : read_[piece].reader->keys())
      if (keys.try_emplace(name, key.at).first->second != key.at) return std::nullopt;
    result.take(*read_[piece].reader);
  }
  return result;
}

/// Waivers are numbered in their file, and the alliance is no list.
static bool can_be_cut(const DocumentPiece& piece) {
  if (piece.around.key == Place::none) return true;
  const Collection* const collection = collection_named(piece.key);
  return collection && !is_alliance(*collection);
}

static bool may_hold(std::string_view bytes, std::string_view word) {
  return !bytes.empty() && memmem(bytes.data(), bytes.size(), word.data(), word.size()) != nullptr;
}

FilePieces pieces_of(const Source& source) {
  constexpr std::size_t large = std::size_t(1) << 20, piece = std::size_t(256) << 10;
  if (source.bytes.size() < large || encoding_fault(source)) return {};
  if (may_hold(source.bytes, Waiver::type.en) || may_hold(source.bytes, Waiver::type.zh)) return {};
  const auto documents = split_documents(source);
  if (documents.size() != 1) return {};
  auto pieces = cut_at_items(documents.front(), piece);
  if (pieces.size() < 2 || !std::ranges::all_of(pieces, can_be_cut)) return {};
  return {documents.front(), std::move(pieces)};
}

}  // namespace lianxi
