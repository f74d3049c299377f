// The fast reader. It never diagnoses and never guesses: whatever it is not certain
// that yaml-cpp reads in the very same way, it leaves to yaml-cpp. A fuzzer
// (tests/fuzz/plain_reader_fuzz.cpp) holds the two against each other.
#include <algorithm>
#include <array>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif
#include <string_view>

#include <lianxi/base/utf8.hpp>
#include <lianxi/yaml/plain_reader.hpp>

namespace lianxi {
namespace {

/// A set of bytes, asked with one load.
class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char byte : bytes) member_[static_cast<unsigned char>(byte)] = true;
  }
  constexpr bool operator()(char byte) const { return member_[static_cast<unsigned char>(byte)]; }

 private:
  std::array<bool, 256> member_{};
};

/// No plain text begins with these. A `-` may begin one where no space follows.
constexpr ByteSet never_first(" \t\r,[]{}#&*!|>'\"%@`?:");
/// A key that begins so could be a list item, a null or the marker of a document's end.
constexpr ByteSet never_first_in_key("-~.");
/// Where plain text between brackets may end, or what is not read here. For yaml-cpp a `?` ends
/// plain text there.
constexpr ByteSet special_in_flow(":#\t\r,[]{}?");
constexpr ByteSet closes_flow_text(",]}");
/// Between brackets a colon before one of these may or may not be the colon of a key.
constexpr ByteSet doubtful_after_colon(",[]{}?'\"#:");

/// A key that begins so is looked at twice.
constexpr ByteSet doubtful_first_in_key("nN<=");

/// The first of these bytes from `at` on, `line_end` where there is none before it. Looks at
/// sixteen bytes at a time where the document, which ends at `end`, goes on so far.
template <char... special>
const char* find_any(const char* at, const char* line_end, [[maybe_unused]] const char* end) {
#ifdef __SSE2__
  for (; end - at >= 16; at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    __m128i found = _mm_setzero_si128();
    ((found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(special)))), ...);
    if (const auto mask = unsigned(_mm_movemask_epi8(found)))
      return std::min(at + __builtin_ctz(mask), line_end);
    if (line_end - at <= 16) return line_end;
  }
#endif
  while (at < line_end && ((*at != special) && ...)) ++at;
  return std::min(at, line_end);
}

/// yaml-cpp allows 1024 bytes from the start of a key to its colon.
constexpr std::ptrdiff_t longest_key = 1000;

/// A scalar on one line and where it begins, its quote included.
struct Scalar {
  const char* first = nullptr;
  std::string_view text;
  Style style = Style::plain;
};

enum class Within { block, flow };

/// Goes once over the bytes, a line at a time. Functions that return bool return
/// false to give the document up.
class PlainReader {
 public:
  PlainReader(const DocumentText& document, Arena& keep, TreeBuilder& builder)
      : begin_(document.bytes.data()),
        end_(begin_ + document.bytes.size()),
        next_line_(begin_),
        start_(document.start),
        keep_(keep),
        builder_(builder) {}

  bool read() {
    // yaml-cpp swallows a byte order mark without counting it.
    if (std::string_view(begin_, std::size_t(end_ - begin_)).starts_with(byte_order_mark))
      return false;
    if (!go_to_next_line()) return false;
    if (is_start_marker() && !go_to_next_line()) return false;
    if (column_ == past_the_end || is_dash()) return false;
    return read_map(column_) && column_ == past_the_end;
  }

 private:
  static constexpr std::ptrdiff_t past_the_end = -1;

  // Lines.

  void take_line() {
    line_ = at_ = next_line_;
    const void* found = std::memchr(at_, '\n', std::size_t(end_ - at_));
    line_end_ = found ? static_cast<const char*>(found) : end_;
    next_line_ = found ? line_end_ + 1 : end_;
    if (found && line_end_ != at_ && line_end_[-1] == '\r') --line_end_;
  }

  /// Goes to the first byte of the next line that holds more than a comment.
  bool go_to_next_line() {
    while (next_line_ != end_) {
      take_line();
      skip_spaces();
      if (at_ == line_end_) continue;
      if (*at_ != '#') {
        column_ = at_ - line_;
        return true;
      }
      if (!is_rest_unbroken()) return false;
    }
    column_ = past_the_end;
    return true;
  }

  void skip_spaces() {
    while (at_ != line_end_ && *at_ == ' ') ++at_;
  }

  bool take(char byte) {
    if (at_ == line_end_ || *at_ != byte) return false;
    ++at_;
    return true;
  }

  /// For yaml-cpp a CR alone breaks a line too, even one in a comment.
  bool is_rest_unbroken() const {
    return at_ == line_end_ || !std::memchr(at_, '\r', std::size_t(line_end_ - at_));
  }

  bool is_blank_at(const char* place) const { return place == line_end_ || *place == ' '; }

  /// Whether nothing is left of the line but a comment.
  bool is_rest_empty() const { return at_ == line_end_ || (*at_ == '#' && at_[-1] == ' '); }

  /// Leaves a line on which nothing more may stand.
  bool end_line() {
    skip_spaces();
    return is_rest_empty() && is_rest_unbroken() && go_to_next_line();
  }

  bool is_dash() const { return *at_ == '-' && is_blank_at(at_ + 1); }

  bool is_colon() const { return at_ != line_end_ && *at_ == ':' && is_blank_at(at_ + 1); }

  bool is_start_marker() const {
    if (column_ != 0 || line_end_ - at_ < 3 || std::memcmp(at_, "---", 3) != 0) return false;
    const std::string_view rest(at_ + 3, std::size_t(line_end_ - at_ - 3));
    return rest.find_first_not_of(' ') == std::string_view::npos;
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

  void put(const Scalar& scalar) {
    last_ = place(scalar.first);
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
    if (column_ > map_column) return read_map(column_);
    put_nothing();
    return true;
  }

  bool read_value_on_line(std::ptrdiff_t parent_column) {
    if (*at_ == '|') return read_block_text(parent_column);
    return read_node_on_line<Within::block>() && end_line();
  }

  bool read_list(std::ptrdiff_t column) {
    if (!begin_list(at_)) return false;
    while (true) {
      ++at_;
      if (!read_item(column)) return false;
      if (column_ < column) break;
      if (column_ > column) return false;
      if (!is_dash()) break;
    }
    builder_.end_list();
    return true;
  }

  /// Reads an item from after its dash on.
  bool read_item(std::ptrdiff_t list_column) {
    skip_spaces();
    if (is_rest_empty()) return read_item_below(list_column);
    if (*at_ == '[' || *at_ == '{' || *at_ == '|') return read_value_on_line(list_column);
    Scalar scalar;
    if (!scan_scalar<Within::block>(scalar)) return false;
    if (!is_colon()) {
      put(scalar);
      return end_line();
    }
    if (!end_key(scalar) || !begin_map(scalar.first)) return false;
    return read_entries(scalar.first - line_, scalar);
  }

  /// Reads an item that has nothing on the line of its dash.
  bool read_item_below(std::ptrdiff_t list_column) {
    if (!end_line()) return false;
    if (column_ > list_column) return !is_dash() && read_map(column_);
    put_nothing();
    return true;
  }

  bool read_block_text(std::ptrdiff_t parent_column) {
    last_ = place(at_++);
    const bool without_break = take('-');
    skip_spaces();
    if (at_ != line_end_ || next_line_ == end_) return false;
    take_line();
    skip_spaces();
    const std::ptrdiff_t indent = at_ - line_;
    if (at_ == line_end_ || indent <= parent_column || *at_ == '\t') return false;
    const char* const first = at_;
    const char* end = nullptr;
    if (!leave_block_text(indent, end)) return false;
    auto text = without_indentation(first, end, indent);
    if (without_break) text.remove_suffix(1);
    builder_.scalar(last_, text, Style::block);
    return true;
  }

  /// Goes from the first line of a block text past it; `end` is that of its last line
  /// which holds something, be it spaces beyond the indentation.
  bool leave_block_text(std::ptrdiff_t indent, const char*& end) {
    while (true) {
      if (!is_rest_unbroken()) return false;
      end = line_end_;
      do {
        if (next_line_ == end_) return go_to_next_line();
        take_line();
        while (at_ - line_ < indent && take(' ')) continue;
      } while (at_ == line_end_);
      if (at_ - line_ < indent) break;
    }
    next_line_ = line_;
    return go_to_next_line();
  }

  /// The lines of a block text, each ended by one LF: a view where they stand so.
  std::string_view without_indentation(const char* first, const char* end, std::ptrdiff_t indent) {
    const auto size = std::size_t(end - first);
    const void* line_break = std::memchr(first, '\n', size);
    if (!line_break && end != end_ && *end == '\n') return {first, size + 1};
    char* const text = keep_.make<char>(size + 1);
    char* to = text;
    for (const char* line = first;;) {
      const void* found = std::memchr(line, '\n', std::size_t(end - line));
      const char* line_end = found ? static_cast<const char*>(found) : end;
      to = std::copy(line, line_end, to);
      if (found && line_end != line && line_end[-1] == '\r') --to;
      *to++ = '\n';
      if (!found) return {text, std::size_t(to - text)};
      line = line_end + 1;
      for (auto spaces = indent; spaces > 0 && *line == ' '; --spaces) ++line;
    }
  }

  // Values on one line.

  template <Within within>
  bool read_node_on_line() {
    if (at_ == line_end_) return false;
    if (*at_ == '[') return read_flow_list();
    if (*at_ == '{') return read_flow_map();
    Scalar scalar;
    if (!scan_scalar<within>(scalar)) return false;
    put(scalar);
    return true;
  }

  bool read_flow_list() {
    if (!begin_list(at_++)) return false;
    skip_spaces();
    while (!take(']')) {
      if (!read_node_on_line<Within::flow>() || !go_on_in_flow(']')) return false;
    }
    builder_.end_list();
    return true;
  }

  bool read_flow_map() {
    if (!begin_map(at_++)) return false;
    skip_spaces();
    Scalar key;
    while (!take('}')) {
      if (!scan_key<Within::flow>(key)) return false;
      put(key);
      skip_spaces();
      if (!read_node_on_line<Within::flow>() || !go_on_in_flow('}')) return false;
    }
    builder_.end_map();
    return true;
  }

  /// Goes to the closing bracket or over a comma to the next entry, which must be there.
  bool go_on_in_flow(char closing) {
    skip_spaces();
    if (at_ == line_end_ || *at_ == closing) return at_ != line_end_;
    if (!take(',')) return false;
    skip_spaces();
    return at_ != line_end_ && *at_ != closing;
  }

  // Scalars.

  /// Reads a key and the colon after it.
  template <Within within>
  bool scan_key(Scalar& key) {
    return at_ != line_end_ && scan_scalar<within>(key) && is_colon() && end_key(key);
  }

  /// Goes over the colon, where the key is one that needs no second look.
  bool end_key(const Scalar& key) {
    if (at_ - key.first > longest_key) return false;
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

  template <Within within>
  bool scan_scalar(Scalar& scalar) {
    scalar.first = at_;
    if (*at_ == '"' || *at_ == '\'') return scan_quoted(scalar);
    return scan_plain<within>(scalar);
  }

  bool scan_quoted(Scalar& scalar) {
    const char quote = *at_++;
    const char* text = at_;
    at_ = quote == '"' ? find_any<'"', '\\', '\r'>(at_, line_end_, end_)
                       : find_any<'\'', '\r'>(at_, line_end_, end_);
    scalar.text = {text, std::size_t(at_ - text)};
    scalar.style = Style::quoted;
    // A single quote twice stands for one in the text.
    return take(quote) && (at_ == line_end_ || *at_ != quote);
  }

  /// Reads plain text up to what ends it: the end of the line, a comment, the colon
  /// after a key, and in flow a comma or bracket.
  template <Within within>
  bool scan_plain(Scalar& scalar) {
    if (never_first(*at_) || (*at_ == '-' && !is_plain_after_dash<within>())) return false;
    for (;; ++at_) {
      if constexpr (within == Within::block)
        at_ = find_any<':', '#', '\t', '\r'>(at_, line_end_, end_);
      else
        while (at_ != line_end_ && !special_in_flow(*at_)) ++at_;
      if (at_ == line_end_ || is_rest_empty() || is_colon()) break;
      if (within == Within::flow && closes_flow_text(*at_)) break;
      if (!is_plain_here<within>()) return false;
    }
    const char* end = at_;
    while (end[-1] == ' ') --end;
    scalar.text = {scalar.first, std::size_t(end - scalar.first)};
    scalar.style = Style::plain;
    return true;
  }

  template <Within within>
  bool is_plain_after_dash() const {
    if (is_blank_at(at_ + 1)) return false;
    return within == Within::block || !special_in_flow(at_[1]);
  }

  /// Whether the special byte here is nothing but a part of plain text.
  template <Within within>
  bool is_plain_here() const {
    if (*at_ == '#') return true;
    if (*at_ != ':') return false;
    return within == Within::block || !doubtful_after_colon(at_[1]);
  }

  const char* const begin_;
  const char* const end_;
  const char* line_ = nullptr;      ///< The line that is read,
  const char* line_end_ = nullptr;  ///< its end without the break,
  const char* at_ = nullptr;        ///< the next byte of it,
  const char* next_line_;           ///< and the line after it.
  std::ptrdiff_t column_ = past_the_end;
  const Place start_;
  Place last_ = Place::none;  ///< Of the newest event.
  Arena& keep_;
  TreeBuilder& builder_;
};

}  // namespace

bool read_plain(const DocumentText& document, Arena& keep, TreeBuilder& builder) {
  return PlainReader(document, keep, builder).read();
}

}  // namespace lianxi
