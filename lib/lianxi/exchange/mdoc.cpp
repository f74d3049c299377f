#include <algorithm>
#include <fmt/format.h>

#include <lianxi/exchange/mdoc.hpp>

namespace lianxi {
namespace {

/// A backslash begins an escape, a point or an apostrophe at the start of a line a macro.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if ((c == '.' || c == '\'') && out.empty()) out += "\\&";
    out += c == '\\' ? std::string("\\e") : std::string(1, c);
  }
  return out;
}

/// The same as one argument of a macro.
std::string argument(std::string_view text) {
  std::string out;
  for (const char c : escaped(text)) out += c == '"' ? std::string("\\(dq") : std::string(1, c);
  return out;
}

}  // namespace

MdocWriter::MdocWriter(std::string_view name, int section, std::string_view about,
                       Language language) {
  std::string title(name);
  std::ranges::transform(title, title.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; });
  out_ = fmt::format(".Dd November 24, 2026\n.Dt {} {}\n.Os\n", title, section);
  heading(language == Language::zh ? "名称" : "NAME");
  out_ += fmt::format(".Nm {}\n.Nd {}\n", name, escaped(about));
}

void MdocWriter::paragraph(std::string_view text) {
  out_ += ".Pp\n";
  line(text);
}

/// A new sentence begins a new line, so that the reader's program can space it.
void MdocWriter::line(std::string_view text) {
  constexpr std::string_view end = ". ";
  for (auto at = text.find(end); at != text.npos; at = text.find(end)) {
    literal_line(text.substr(0, at + 1));
    text.remove_prefix(at + end.size());
  }
  literal_line(text);
}

void MdocWriter::literal_line(std::string_view text) { out_ += escaped(text) + "\n"; }

void MdocWriter::literal(std::string_view text) {
  out_ += ".Bd -literal -offset indent\n";
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    literal_line(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  out_ += ".Ed\n";
}

void MdocWriter::macro(std::string_view name, std::string_view text) {
  out_ += fmt::format(".{} \"{}\"\n", name, argument(text));
}

}  // namespace lianxi
