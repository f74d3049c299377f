// The colons, quotes and plain texts of a line, see written_line.hpp.
#pragma once
#include <optional>

#include <lianxi/slips/line_cursor.hpp>

namespace lianxi {

class ScalarWalk : public LineCursor {
 protected:
  using LineCursor::LineCursor;

  /// Takes the colon here, of whatever width, if it ends the key that began at `start`.
  bool colon(std::size_t start, bool space_may_lack);
  void wide_quoted_key(std::size_t start);
  static bool is_quoted(std::string_view name);
  void take_wide_colon();
  void spaces_after_colon();
  /// Takes a quoted text; false where it is not closed on this line. A full-width quote
  /// that stands where the ASCII one should is a slip.
  bool quoted(bool is_value);
  bool find_close(char quote);
  bool leave_quote();
  /// The full-width quote that was to close the one here: the last sign of the value, and
  /// not the second of a pair within the text.
  std::optional<std::pair<std::size_t, std::string_view>> wide_close(char quote) const;
  /// Where a value that begins at `start` ends: in flow before the sign that follows the
  /// first full-width closing quote.
  std::size_t end_of_value(std::size_t start) const;
  std::size_t end_of_block_value(std::size_t start) const;
  /// Whether nothing of a token stands at `at`: a separator, a closing bracket, the end.
  bool ends_token(std::size_t at) const;
  /// Takes a text in full-width quotes that ends at `end`, a slip where it holds what only
  /// real quotes hide from YAML. Others are part of the text.
  bool wide_quoted(std::size_t end);
  /// Whether YAML would not take all of the text for one plain text.
  bool is_special(std::string_view text) const;
  /// A plain text between these places that YAML cannot read as one.
  void plain_text(std::size_t start, std::size_t end);
  void text_after_quote(std::size_t start);
  void quote_text(Kind kind, std::size_t start, std::size_t end, std::size_t at);
};

}  // namespace lianxi
