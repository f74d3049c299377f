// The scalars that the plain reader reads.
#pragma once
#include <string>

#include <lianxi/base/arena.hpp>
#include <lianxi/yaml/node.hpp>
#include <lianxi/yaml/plain_cursor.hpp>

namespace lianxi {

/// A scalar and where it begins, its quote included.
struct Scalar {
  const char* first = nullptr;
  std::string_view text;
  Style style = Style::plain;
  bool on_one_line = true;
};

enum class Within { block, flow };

/// Reads scalars from where the cursor stands, and leaves it behind them. A text is a view into
/// the document where it stands there as it is, else it is put together in `keep`.
class PlainScalars : protected PlainCursor {
 protected:
  PlainScalars(std::string_view document, Arena& keep) : PlainCursor(document), keep_(keep) {}

  /// One on this line: plain, or in quotes, which may close on a later line.
  template <Within within>
  bool scan_scalar(Scalar& scalar) {
    scalar.first = at_;
    if (*at_ == '"' || *at_ == '\'') return scan_quoted(scalar);
    return scan_plain<within>(scalar);
  }

  /// Takes in the lines with which plain text goes on that has ended with its line: those that
  /// are indented further than what it is the value of.
  bool extend_plain(Scalar& scalar, std::ptrdiff_t parent_column) {
    // What stands here in the next line, or in one further down where blank ones come before it,
    // shows nearly always that there are none.
    const bool is_known = end_ - next_line_ > parent_column;
    const char there = is_known ? next_line_[parent_column] : ' ';
    if (there != ' ' && there != '\n' && there != '\r' && there != '\t') return true;
    return take_in_lines(scalar, parent_column);
  }

  /// A text after `|` or `>`, at which the cursor stands.
  bool scan_block(Scalar& scalar, std::ptrdiff_t parent_column);

  /// Goes over spaces, comments and line breaks between brackets.
  bool skip_in_flow();

 private:
  bool scan_quoted(Scalar& scalar);
  template <Within within>
  bool scan_plain(Scalar& scalar);

  const char* closing_quote(char quote) const;
  bool put_quoted_together(Scalar& scalar, char quote);
  char* put_part_of_quoted(const char* end, char quote, char* to);
  bool unescape(char*& to);
  std::string_view literal(const char* first, const char* end, std::ptrdiff_t indent);
  bool leave_block(std::ptrdiff_t indent, const char*& end);
  bool fold(const char* first, const char* end, std::ptrdiff_t indent, std::string_view& text);
  bool take_in_lines(Scalar& scalar, std::ptrdiff_t parent_column);
  bool add_plain_line(std::size_t blank_lines);

  Arena& keep_;
  std::string assembled_;
};

/// No plain text begins with these. A `-` may begin one where no space follows.
inline constexpr ByteSet never_first(" \t\r,[]{}#&*!|>'\"%@`?:");
/// Where plain text between brackets may end, or what is not read here. For yaml-cpp a `?` ends
/// plain text there.
inline constexpr ByteSet special_in_flow(":#\t\r,[]{}?");
inline constexpr ByteSet closes_flow_text(",]}");
/// Between brackets a colon before one of these may or may not be the colon of a key.
inline constexpr ByteSet doubtful_after_colon(",[]{}?'\"#:");

/// Reads plain text up to what ends it: the end of the line, a comment, the colon after a key, and
/// in flow a comma or bracket.
template <Within within>
bool PlainScalars::scan_plain(Scalar& scalar) {
  if (never_first(*at_)) return false;
  if (*at_ == '-' && (is_blank_at(at_ + 1) || (within == Within::flow && special_in_flow(at_[1]))))
    return false;
  for (;; ++at_) {
    if constexpr (within == Within::block)
      at_ = find_any<':', '#', '\t', '\r'>(at_, line_end_, end_);
    else
      while (at_ != line_end_ && !special_in_flow(*at_)) ++at_;
    if (at_ == line_end_ || is_rest_empty() || is_colon()) break;
    if (within == Within::flow && closes_flow_text(*at_)) break;
    if (*at_ == '#') continue;
    if (*at_ != ':') return false;
    if (within == Within::flow && doubtful_after_colon(at_[1])) return false;
  }
  const char* end = at_;
  while (end[-1] == ' ') --end;
  scalar.text = {scalar.first, std::size_t(end - scalar.first)};
  scalar.style = Style::plain;
  scalar.on_one_line = true;
  return true;
}

}  // namespace lianxi
