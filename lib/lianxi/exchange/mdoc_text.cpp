#include <utility>

#include <lianxi/exchange/mdoc_text.hpp>

namespace lianxi {
namespace {

constexpr std::size_t step = 2;  ///< Columns of an indentation.

/// Takes the first line off `rest`.
std::string_view take_line(std::string_view& rest) {
  const auto end = rest.find('\n');
  const auto line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return line;
}

/// Without the escapes that MdocWriter makes.
std::string unescaped(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto backslash = text.find('\\');
    out += text.substr(0, backslash);
    text.remove_prefix(backslash == std::string_view::npos ? text.size() : backslash);
    for (const auto& [escape, meant] :
         {std::pair{"\\(dq", "\""}, {"\\e", "\\"}, {"\\&", ""}, {"\\", ""}})
      if (text.starts_with(escape)) {
        out += meant;
        text.remove_prefix(std::string_view(escape).size());
        break;
      }
  }
  return out;
}

class Plain {
 public:
  std::string write(std::string_view page) {
    while (!page.empty()) {
      const auto line = take_line(page);
      if (line.starts_with('.'))
        macro(line.substr(1, 2), line.size() > 4 ? line.substr(4) : "");
      else if (literal_)
        literal_line(unescaped(line));
      else
        sentence(unescaped(line));
    }
    end_paragraph();
    return std::move(out_);
  }

 private:
  void macro(std::string_view name, std::string_view argument) {
    if (argument.starts_with('"') && argument.size() > 1)
      argument = argument.substr(1, argument.size() - 2);
    const std::string text = unescaped(argument);
    if (name == "Sh") heading(text, 0);
    if (name == "Ss") heading(text, 1);
    if (name == "Nm") sentence(text + ":");
    if (name == "Nd") sentence(text);
    if (name == "Pp") space();
    if (name == "It") item(text);
    if (name == "Bd") begin_literal();
    if (name == "Ed") literal_ = false;
    if (name == "El") end_paragraph(), depth_ = list_depth_;
    if (name == "Bl") end_paragraph(), list_depth_ = depth_;
  }

  void heading(const std::string& title, std::size_t depth) {
    space();
    put(title, depth);
    depth_ = depth + 1;
  }

  /// Its name, and one step further in what it is.
  void item(const std::string& title) {
    end_paragraph();
    put(title, list_depth_);
    depth_ = list_depth_ + 2;
  }

  void begin_literal() {
    end_paragraph();
    literal_ = true;
  }

  void literal_line(const std::string& line) { put(line, depth_ + 1); }

  void sentence(const std::string& text) {
    if (text.empty()) return;
    paragraph_ += (paragraph_.empty() ? "" : " ") + text;
  }

  void end_paragraph() {
    if (!paragraph_.empty()) put(std::exchange(paragraph_, {}), depth_);
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

  std::string out_, paragraph_;
  std::size_t depth_ = 0, list_depth_ = 0;
  bool literal_ = false;
};

}  // namespace

std::string text_of_mdoc(std::string_view page) { return Plain().write(page); }

}  // namespace lianxi
