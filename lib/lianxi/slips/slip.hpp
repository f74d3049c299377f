// A slip of the hand, and what is known of a line in which one is looked for.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/finding.hpp>

namespace lianxi {

/// A slip of the hand.
struct Slip {
  enum class Kind : std::uint8_t {
    colon,
    comma,
    list_comma,
    unclear_comma,      ///< In a list that has others in its texts.
    enumeration_comma,  ///< `、` between the items of a list.
    quote,
    bracket,
    hyphen,
    space_in_indentation,
    space_before_key,
    space_after_colon,
    tab_in_indentation,
    too_deep,          ///< A line indented further than those beside it,
    not_as_deep,       ///< or less.
    tab_after_hyphen,  ///< Before a key, which YAML does not take for one then.
    no_space_after_colon,
    no_space_after_hyphen,
    first_sign,          ///< A plain text begins with a sign that means something in YAML.
    colon_in_text,       ///< `: ` inside a plain text.
    text_after_quote,    ///< `"…"` and then more.
    text_after_bracket,  ///< `[…]` and then more.
    question_mark,       ///< In a plain text inside brackets.
  };

  Kind kind;
  std::size_t at = 0;          ///< Its byte in the document.
  std::string_view sign = {};  ///< What stands there.
  std::vector<Edit> edits = {};

  /// Whether what was meant is beyond doubt, so that it may be mended unasked.
  bool is_certain() const;
};

/// What a walk over a line takes for a slip beside what can be nothing else.
struct Doubts {
  bool pairs = false;   ///< Full-width brackets that open and close a value.
  bool commas = false;  ///< Full-width commas in a list.
  bool spaces = false;  ///< Spaces left out after colons and hyphens.
  bool texts = false;   ///< Plain texts that should have been quoted.
  bool quotes = false;  ///< Full-width quotes around a key or a value that is no text.

  bool operator==(const Doubts&) const = default;
};

/// What is open where a line begins.
struct OpenFlow {
  std::string brackets;       ///< `[` and `{`, the outermost first.
  bool before_value = false;  ///< In a mapping: after the colon of an entry.
  char quote = '\0';          ///< A quote that was opened on an earlier line.
};

/// What a walk over one line found.
struct WalkedLine {
  std::vector<Slip> slips;  ///< In order.
  OpenFlow open;            ///< Where the line ends.
  /// The column that a block text's lines must exceed, where the line begins one; else -1.
  int block_text_parent = -1;
};

}  // namespace lianxi
