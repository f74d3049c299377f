// The fast reader. It never diagnoses and never guesses: whatever it is not certain
// that yaml-cpp reads in the very same way, it leaves to yaml-cpp. A fuzzer
// (tests/fuzz/plain_reader_fuzz.cpp) holds the two against each other.
#include <lianxi/yaml/plain_reader.hpp>
#include <lianxi/yaml/plain_scalars.hpp>

namespace lianxi {
namespace {

/// A key that begins so could be a list item, a null or the marker of a document's end.
constexpr ByteSet never_first_in_key("-~.");
/// A key that begins so is looked at twice.
constexpr ByteSet doubtful_first_in_key("nN<=");

/// yaml-cpp allows 1024 bytes from the start of a key to its colon.
constexpr std::ptrdiff_t longest_key = 1000;

/// Goes once over the bytes, a line at a time.
class PlainReader : PlainScalars {
 public:
  PlainReader(const DocumentText& document, Arena& keep, TreeBuilder& builder,
              ReadStrangeItem* read_strange)
      : PlainScalars(document.bytes, keep),
        start_(document.start),
        keep_(keep),
        builder_(builder),
        read_strange_(read_strange) {}

  bool read() {
    // yaml-cpp swallows a byte order mark without counting it.
    if (std::string_view(begin_, std::size_t(end_ - begin_)).starts_with(byte_order_mark))
      return false;
    if (!go_to_next_line()) return false;
    if (is_start_marker() && !go_to_next_line()) return false;
    if (column_ == past_the_end || is_dash()) return false;
    return read_map(column_) && column_ == past_the_end;
  }

  std::optional<OpenCollection> read_piece(const DocumentPiece& piece) {
    goes_on_ = !piece.is_last;
    const bool is_first = piece.around.key == Place::none;
    if (!(is_first ? read() : read_from_item(piece))) return std::nullopt;
    // What ends otherwise than within a list is only right at the end.
    if (goes_on_ && !ends_in_list_) return std::nullopt;
    return newest_list_;
  }

 private:
  /// Reads a piece that begins in a list.
  bool read_from_item(const DocumentPiece& piece) {
    if (!go_to_next_line() || column_ != piece.around.column || !is_dash()) return false;
    builder_.begin_map(piece.around.key);
    put({.first = nullptr, .text = piece.key}, piece.around.key);
    if (!read_list(column_)) return false;
    if (column_ == past_the_end) {
      builder_.end_map();
      return true;
    }
    Scalar key;
    return column_ == 0 && scan_key<Within::block>(key) && read_entries(0, key) &&
           column_ == past_the_end;
  }

  // Events.

  Place place(const char* byte) const { return start_ + std::size_t(byte - begin_); }

  bool begin_map(const char* first) {
    if (builder_.depth() == TreeBuilder::deepest) return false;
    builder_.begin_map(last_ = place(first));
    return true;
  }

  bool begin_list(const char* first) {
    if (builder_.depth() == TreeBuilder::deepest) return false;
    builder_.begin_list(last_ = place(first));
    return true;
  }

  void put(const Scalar& scalar) { put(scalar, place(scalar.first)); }

  void put(const Scalar& scalar, Place at) {
    last_ = at;
    if (scalar.style == Style::plain && (scalar.text == "~" || scalar.text == "null"))
      builder_.null(last_);
    else
      builder_.scalar(last_, scalar.text, scalar.style);
  }

  /// A value that is left out stands where the last thing before it began.
  void put_nothing() { builder_.null(last_); }

  // Blocks. Each is entered at its first byte and left at the first line after it.

  bool read_map(std::ptrdiff_t column) {
    Scalar key;
    return scan_key<Within::block>(key) && begin_map(key.first) && read_entries(column, key);
  }

  /// Reads a mapping from after its first colon on.
  bool read_entries(std::ptrdiff_t column, Scalar key) {
    while (true) {
      put(key);
      if (!read_value(column)) return false;
      if (column_ < column) break;
      if (column_ > column || !scan_key<Within::block>(key)) return false;
    }
    builder_.end_map();
    return true;
  }

  /// Reads the value of a key in a mapping from after the colon on.
  bool read_value(std::ptrdiff_t map_column) {
    skip_spaces();
    if (!is_rest_empty()) return read_value_on_line(map_column);
    if (!end_line()) return false;
    // A list may stand at the very indentation of its key.
    if (column_ >= map_column && is_dash()) return read_list(column_);
    if (column_ > map_column) return read_below(map_column);
    put_nothing();
    return true;
  }

  bool read_value_on_line(std::ptrdiff_t parent_column) {
    Scalar scalar;
    if (*at_ == '|' || *at_ == '>') {
      if (!scan_block(scalar, parent_column)) return false;
      put(scalar);
      return true;
    }
    if (*at_ == '[' || *at_ == '{') return read_node_in_flow() && end_line();
    return scan_scalar<Within::block>(scalar) && put_value(scalar, parent_column);
  }

  bool put_value(Scalar& scalar, std::ptrdiff_t parent_column) {
    if (scalar.style == Style::plain && at_ == line_end_ && !extend_plain(scalar, parent_column))
      return false;
    put(scalar);
    return end_line();
  }

  /// Reads what stands below its key or dash and is no list: a mapping, or a value.
  bool read_below(std::ptrdiff_t parent_column) {
    if (*at_ == '[' || *at_ == '{' || *at_ == '|' || *at_ == '>')
      return read_value_on_line(parent_column);
    Scalar scalar;
    if (!scan_scalar<Within::block>(scalar)) return false;
    if (!is_colon()) return put_value(scalar, parent_column);
    return end_key(scalar) && begin_map(scalar.first) && read_entries(column_, scalar);
  }

  bool read_list(std::ptrdiff_t column) {
    const OpenCollection list{last_, column};
    if (!begin_list(at_)) return false;
    const bool of_records = builder_.depth() == 2;
    if (of_records) newest_list_ = list;
    while (true) {
      const Moment item = moment();
      const std::size_t items = builder_.items();
      ++at_;
      if (!read_item(column) &&
          !(of_records && builder_.items() == items && read_strange_item(item, column)))
        return false;
      if (column_ < column) break;
      if (column_ > column) return false;
      if (!is_dash()) break;
    }
    builder_.end_list();
    if (of_records) ends_in_list_ = column_ == past_the_end;
    return true;
  }

  /// Reads an item from after its dash on.
  bool read_item(std::ptrdiff_t list_column) {
    skip_spaces();
    if (is_rest_empty()) return read_item_below(list_column);
    if (*at_ == '[' || *at_ == '{' || *at_ == '|' || *at_ == '>')
      return read_value_on_line(list_column);
    Scalar scalar;
    const std::ptrdiff_t column = at_ - line_;
    if (!scan_scalar<Within::block>(scalar)) return false;
    if (!is_colon()) return put_value(scalar, list_column);
    return end_key(scalar) && begin_map(scalar.first) && read_entries(column, scalar);
  }

  /// Reads an item that has nothing on the line of its dash.
  bool read_item_below(std::ptrdiff_t list_column) {
    if (!end_line()) return false;
    if (column_ > list_column) return !is_dash() && read_below(list_column);
    put_nothing();
    return true;
  }

  // Records that are written otherwise. Everything before them was read, so it is certain where
  // they begin; where each would end by its indentation, yaml-cpp has to find it complete.

  /// Reads the record at whose dash the cursor stood with yaml-cpp, and goes on behind it.
  bool read_strange_item(const Moment& item, std::ptrdiff_t column) {
    if (!read_strange_) return false;
    builder_.drop_item();
    go_back(item);
    const char* const end = end_of_item(column);
    if (!end) return false;
    const std::string_view bytes(item.line, std::size_t(end - item.line));
    if (has_lone_break(bytes)) return false;
    const bool is_last = end == end_ && !goes_on_;
    const bool is_followed = end == end_ ? goes_on_ : at_ - line_ == column;
    const StrangeItem strange{{bytes, place(item.line)}, std::size_t(column), is_followed, is_last};
    if (!read_strange_(strange, keep_, builder_, last_)) return false;
    next_line_ = end;
    return go_to_next_line();
  }

  /// For yaml-cpp a CR alone begins another line.
  static bool has_lone_break(std::string_view bytes) {
    for (auto at = bytes.find('\r'); at != bytes.npos; at = bytes.find('\r', at + 1))
      if (!bytes.substr(at + 1).starts_with('\n')) return true;
    return false;
  }

  /// Where the line begins that is indented no further than the dash and ends the item; null where
  /// that is in doubt.
  const char* end_of_item(std::ptrdiff_t column) {
    while (next_line_ != end_) {
      take_line();
      skip_spaces();
      if (at_ == line_end_ || *at_ == '#' || at_ - line_ > column) continue;
      const bool in_doubt = *at_ == '\t' || (at_ - line_ == column && !is_dash());
      return in_doubt ? nullptr : line_;
    }
    return end_;
  }

  // Between brackets. What stands there may go over several lines.

  bool read_node_in_flow() {
    if (*at_ == '[') return read_flow_list();
    if (*at_ == '{') return read_flow_map();
    Scalar scalar;
    if (!scan_scalar<Within::flow>(scalar)) return false;
    put(scalar);
    return true;
  }

  bool read_flow_list() {
    if (!begin_list(at_++) || !skip_in_flow()) return false;
    while (!take(']')) {
      if (!read_node_in_flow() || !go_on_in_flow(']')) return false;
    }
    builder_.end_list();
    return true;
  }

  bool read_flow_map() {
    if (!begin_map(at_++) || !skip_in_flow()) return false;
    Scalar key;
    while (!take('}')) {
      if (!scan_key<Within::flow>(key)) return false;
      put(key);
      skip_spaces();
      if (at_ == line_end_ || !read_node_in_flow() || !go_on_in_flow('}')) return false;
    }
    builder_.end_map();
    return true;
  }

  /// Goes to the closing bracket or over a comma to what comes after it.
  bool go_on_in_flow(char closing) {
    if (!skip_in_flow()) return false;
    return *at_ == closing || (take(',') && skip_in_flow());
  }

  // Keys.

  /// Reads a key and the colon after it.
  template <Within within>
  bool scan_key(Scalar& key) {
    return at_ != line_end_ && scan_scalar<within>(key) && is_colon() && end_key(key);
  }

  /// Goes over the colon, where the key is one that needs no second look.
  bool end_key(const Scalar& key) {
    if (!key.on_one_line || at_ - key.first > longest_key) return false;
    ++at_;
    if (key.style != Style::plain) return true;
    if (!doubtful_first_in_key(*key.first)) return !never_first_in_key(*key.first);
    // For yaml-cpp a null that was left out stands where the next key does; whether it
    // was written there must not be in question.
    return !key.text.starts_with("null") && !key.text.starts_with("Null") &&
           !key.text.starts_with("NULL") &&
           // Git's conflict markers may look like a key; others of them can be none.
           !key.text.starts_with("<<<<<<<") && !key.text.starts_with("=======");
  }

  const Place start_;
  Place last_ = Place::none;  ///< Of the newest event.
  Arena& keep_;
  TreeBuilder& builder_;
  ReadStrangeItem* const read_strange_;
  OpenCollection newest_list_;  ///< The newest list of records,
  bool ends_in_list_ = false;   ///< whether the bytes end with it,
  bool goes_on_ = false;        ///< and whether they are a piece after which it goes on.
};

}  // namespace

std::optional<OpenCollection> read_plain_piece(const DocumentPiece& piece, Arena& keep,
                                               TreeBuilder& builder,
                                               ReadStrangeItem* read_strange) {
  return PlainReader(piece.text, keep, builder, read_strange).read_piece(piece);
}

bool read_plain(const DocumentText& document, Arena& keep, TreeBuilder& builder,
                ReadStrangeItem* read_strange) {
  return PlainReader(document, keep, builder, read_strange).read();
}

}  // namespace lianxi
