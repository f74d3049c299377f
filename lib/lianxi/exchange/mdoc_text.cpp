#include <lianxi/exchange/mdoc_text.hpp>
#include <lianxi/exchange/mdoc_words.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

constexpr std::size_t step = 2;  ///< Columns of an indentation.

/// Takes the first line off `rest`.
std::string_view take_line(std::string_view& rest) {
  const auto end = rest.find('\n');
  const auto line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return line;
}

class Plain {
 public:
  std::string write(std::string_view page) {
    while (!page.empty()) {
      const auto line = take_line(page);
      if (line.starts_with('.'))
        macro(line.substr(1, 2), line.size() > 4 ? line.substr(4) : "");
      else if (literal_)
        literal_line(without_mdoc_escapes(line));
      else
        paragraph_.text(line);
    }
    end_paragraph();
    return std::move(out_);
  }

 private:
  void macro(std::string_view name, std::string_view argument) {
    if (name == "Sh")
      heading(unquoted(argument), 0);
    else if (name == "Ss")
      heading(unquoted(argument), 1);
    else if (name == "Nd")
      what_is_named(argument);
    else if (name == "Pp")
      space();
    else if (name == "It")
      item(argument);
    else if (name == "Bd")
      begin_literal();
    else if (name == "Dl")
      begin_literal(), literal_line(unquoted(argument)), literal_ = false;
    else if (name == "Ed")
      literal_ = false;
    else if (name == "El")
      end_paragraph(), depth_ = list_depth_;
    else if (name == "Bl")
      end_paragraph(), list_depth_ = depth_;
    else
      paragraph_.macro(std::string(name) + " " + std::string(argument));
  }

  static std::string unquoted(std::string_view argument) {
    const bool is_quoted = argument.size() > 1 && argument.starts_with('"');
    return without_mdoc_escapes(is_quoted ? argument.substr(1, argument.size() - 2) : argument);
  }

  /// After the name comes what it is.
  void what_is_named(std::string_view what) {
    const std::string name = paragraph_.take();
    put(name + ": " + unquoted(what), depth_);
  }

  void heading(const std::string& title, std::size_t depth) {
    space();
    put(title, depth);
    depth_ = depth + 1;
  }

  /// Its name, and one step further in what it is.
  void item(std::string_view title) {
    end_paragraph();
    paragraph_.arguments(title);
    put(paragraph_.take(), list_depth_);
    depth_ = list_depth_ + 2;
  }

  void begin_literal() {
    end_paragraph();
    literal_ = true;
  }

  void literal_line(const std::string& line) { put(line, depth_ + 1); }

  void end_paragraph() {
    if (!paragraph_.empty()) put(paragraph_.take(), depth_);
  }

  /// An empty line, but at the top.
  void space() {
    end_paragraph();
    if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
  }

  void put(const std::string& line, std::size_t depth) {
    if (!line.empty()) out_.append(step * depth, ' ') += line;
    out_ += '\n';
  }

  std::string out_;
  MdocParagraph paragraph_;
  std::size_t depth_ = 0, list_depth_ = 0;
  bool literal_ = false;
};

}  // namespace

std::string text_of_mdoc(std::string_view page) { return Plain().write(page); }

}  // namespace lianxi
