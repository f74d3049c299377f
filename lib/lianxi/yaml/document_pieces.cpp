#include <lianxi/yaml/document_pieces.hpp>
#include <lianxi/yaml/plain_reader.hpp>

namespace lianxi {
namespace {

/// Goes over the lines of a document and cuts it.
class Cutting {
 public:
  Cutting(const DocumentText& document, std::size_t size) : document_(document), size_(size) {}

  std::vector<DocumentPiece> pieces() {
    const std::string_view all = document_.bytes;
    for (std::size_t at = 0; at < all.size();) {
      const auto line = all.substr(at, all.find('\n', at) - at);
      look_at(line, at);
      at += line.size() + 1;
    }
    end_piece(all.size());
    return std::move(pieces_);
  }

 private:
  static constexpr std::ptrdiff_t unknown = -1, none = -2;

  void look_at(std::string_view line, std::size_t at) {
    const auto first = line.find_first_not_of(' ');
    if (first == line.npos || line[first] == '#' || line[first] == '\r') return;
    const bool is_dash = line[first] == '-' && (first + 1 == line.size() || line[first + 1] == ' ');
    if (first == 0 && !is_dash) return begin_key(line, at);
    if (around_.column == unknown) around_.column = is_dash ? std::ptrdiff_t(first) : none;
    if (is_dash && std::ptrdiff_t(first) == around_.column && at - start_ >= size_) {
      end_piece(at);
      next_ = {.text = {}, .around = around_, .key = key_};
    }
  }

  void begin_key(std::string_view line, std::size_t at) {
    const auto colon = line.find(':');
    key_ = line.substr(0, colon);
    around_ = {document_.start + at, colon == line.npos ? none : unknown};
  }

  void end_piece(std::size_t at) {
    next_.text = {document_.bytes.substr(start_, at - start_), document_.start + start_};
    next_.is_last = at == document_.bytes.size();
    pieces_.push_back(next_);
    start_ = at;
  }

  const DocumentText& document_;
  const std::size_t size_;
  std::vector<DocumentPiece> pieces_;
  DocumentPiece next_;
  std::size_t start_ = 0;                        ///< Of the piece.
  std::string_view key_;                         ///< The newest at the top,
  OpenCollection around_ = {Place::none, none};  ///< and what is under it.
};

}  // namespace

std::vector<DocumentPiece> cut_at_items(const DocumentText& document, std::size_t size) {
  return Cutting(document, size).pieces();
}

std::optional<OpenCollection> read_piece(const DocumentPiece& piece, Arena& keep,
                                         DocumentSink& sink) {
  Arena scratch;
  TreeBuilder builder(scratch, sink);
  return read_plain_piece(piece, keep, builder, read_item_with_yaml_cpp);
}

}  // namespace lianxi
