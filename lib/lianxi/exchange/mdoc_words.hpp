// Sentences of a page of the manual, with what macros mark in them.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace lianxi {

/// The text that the escapes of a page stand for.
std::string without_mdoc_escapes(std::string_view text);

/// Puts lines of text and of macros together as one paragraph.
class MdocParagraph {
 public:
  /// A line of text.
  void text(std::string_view line);
  /// What stands in a line after the point: `Fl -format Cm json ,`.
  void macro(std::string_view line);
  /// The arguments of a macro that has a meaning of its own, such as `It`.
  void arguments(std::string_view line);

  bool empty() const { return out_.empty(); }
  /// The paragraph; it begins anew.
  std::string take();

 private:
  struct Word {
    std::string text;
    bool is_quoted = false;
  };
  static std::vector<Word> words_of(std::string_view line);
  void put(const std::string& word);
  void attach(const std::string& word);
  void name(const std::string& macro);
  void close();
  void argument(const Word&);

  std::string out_;
  std::string macro_;  ///< Whose arguments come.
  std::string open_;   ///< What ends the brackets that are open, the innermost last.
  bool is_joined_ = true;
  bool has_arguments_ = false;
};

}  // namespace lianxi
