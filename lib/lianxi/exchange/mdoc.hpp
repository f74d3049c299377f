// Text into the language of manual pages.
#pragma once
#include <string>
#include <string_view>

#include <lianxi/base/phrase.hpp>

namespace lianxi {

/// Writes one page, line by line; whatever a text holds, readers see just that text.
class MdocWriter {
 public:
  /// The head of a page: its name, its section and what it tells, in one line.
  MdocWriter(std::string_view name, int section, std::string_view about, Language);

  void heading(std::string_view title) { macro("Sh", title); }
  void subheading(std::string_view title) { macro("Ss", title); }
  void paragraph(std::string_view text);
  void begin_list() { out_ += ".Bl -tag -width Ds\n"; }
  void item(std::string_view title) { macro("It", title); }
  void end_list() { out_ += ".El\n"; }
  /// A line, or one for each sentence.
  void line(std::string_view text);
  /// A line that holds no sentences, whatever points stand in it.
  void unbroken_line(std::string_view text) { literal_line(text); }
  /// Lines that stay as they are.
  void literal(std::string_view text);

  std::string take() { return std::move(out_); }

 private:
  void literal_line(std::string_view text);
  void macro(std::string_view name, std::string_view argument);

  std::string out_;
};

}  // namespace lianxi
