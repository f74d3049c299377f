// The lists and mappings in brackets on a line.
#pragma once
#include <lianxi/slips/scalar_walk.hpp>

namespace lianxi {

class FlowWalk {
 public:
  FlowWalk(LineCursor& line, ScalarWalk& scalars) : line_(line), scalars_(scalars) {}

  /// Takes a bracket that opens a list or mapping, of whatever width.
  bool opens();
  /// Takes what is left of the line while brackets are open.
  void run();
  /// Whether `["甲"，乙，丙]` has two items or three cannot be known.
  void settle_commas();

 private:
  using Kind = Slip::Kind;

  void push(char bracket);
  void pop();
  bool in_map() const;
  bool at_key() const;
  void skip_spaces();
  bool closes();
  /// Whether that full-width bracket here was to close the innermost list or mapping.
  bool closes_top(const Twin& closer) const;
  /// Takes a comma between entries; `token` is where the text before it began.
  bool separates(std::size_t token);
  /// Whether a key and a colon stand at `at`, or may on the next line.
  bool key_follows(std::size_t at) const;
  /// Takes a key with its colon, or a value, up to what ends it.
  void token();
  bool colon_after_quote();
  /// The end of a text in full-width quotes here after which a token can end, or 0.
  std::size_t end_of_wide_quoted() const;
  void plain_token(std::size_t start);
  bool would_separate() const;
  void text(std::size_t start);

  LineCursor& line_;
  ScalarWalk& scalars_;
  bool comma_in_text_ = false;  ///< A full-width one in a text of a list.
  bool after_value_ = false;    ///< Right after a quoted value or a closing bracket.
};

}  // namespace lianxi
