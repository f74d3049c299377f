// The colons, quotes and plain texts of a line.
#pragma once
#include <optional>

#include <lianxi/slips/line_cursor.hpp>

namespace lianxi {

class ScalarWalk {
 public:
  explicit ScalarWalk(LineCursor& line) : line_(line) {}

  /// Takes the colon here, of whatever width, if it ends the key that began at `start`.
  bool colon(std::size_t start);
  /// Takes a full-width colon and the spaces after it.
  void take_wide_colon();
  /// Takes wide spaces after a colon.
  void spaces_after_colon();
  /// Takes a quoted text; false where it is not closed on this line. A full-width quote
  /// that stands where the ASCII one should is a slip.
  bool quoted(bool is_value);
  /// Takes what is left of a quoted text that an earlier line began; false where it goes on.
  bool leave_quote();
  /// Where a value in a block that begins at `start` ends.
  std::size_t end_of_block_value(std::size_t start) const;
  /// Whether nothing of a token stands at `at`: a separator, a closing bracket, the end.
  bool ends_token(std::size_t at) const;
  /// Takes a text in full-width quotes that ends at `end`, a slip where it holds what only
  /// real quotes hide from YAML. Others are part of the text.
  bool wide_quoted(std::size_t end);
  /// A plain text between these places that YAML cannot read as one.
  void plain_text(std::size_t start, std::size_t end);
  /// What comes, up to `end`, after a quoted text that began at `start`.
  void text_after_quote(std::size_t start, std::size_t end);
  /// The same of `[…]` or `{…}`; false where nothing follows it.
  bool text_after_bracket(std::size_t start, std::size_t end);

 private:
  using Kind = Slip::Kind;

  void wide_quoted_key(std::size_t start);
  bool find_close(char quote);
  /// The full-width quote that was to close the one here: the last sign of the value, and
  /// not the second of a pair within the text.
  std::optional<std::pair<std::size_t, std::string_view>> wide_close(char quote) const;
  /// Where a value that begins at `start` ends: in flow before the sign that follows the
  /// first full-width closing quote.
  std::size_t end_of_value(std::size_t start) const;
  /// Whether YAML would not take all of the text for one plain text.
  bool is_special(std::string_view text) const;
  void quote_text(Kind kind, std::size_t start, std::size_t end, std::size_t at);

  LineCursor& line_;
};

}  // namespace lianxi
