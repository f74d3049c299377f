#include <cstdlib>
#include <memory>

#include <lianxi/documents/html_text.hpp>
#include <lianxi/documents/libcmark_gfm.hpp>
#include <lianxi/documents/markdown_text.hpp>

namespace lianxi::html {
namespace {

template <auto& release>
struct Release {
  template <class T>
  void operator()(T* owned) const {
    release(owned);
  }
};
using Parser = std::unique_ptr<cmark_parser, Release<cmark_parser_free>>;
using Node = std::unique_ptr<cmark_node, Release<cmark_node_free>>;
using Text = std::unique_ptr<char, Release<std::free>>;

/// Without CMARK_OPT_UNSAFE, HTML and links that could run something are left out; the
/// escapes see to it that there are none. No extension but tables: addresses stay text.
constexpr int options =
    CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_TABLE_PREFER_STYLE_ATTRIBUTES;

Parser new_parser() {
  static const bool registered = (cmark_gfm_core_extensions_ensure_registered(), true);
  Parser parser(cmark_parser_new(options));
  if (registered)
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension("table"));
  return parser;
}

/// Where HTML stood cmark-gfm leaves a comment. All that our Markdown has are the line
/// breaks in cells, so whatever stood there, it becomes one; text never looks like this.
std::string with_breaks(std::string_view html) {
  constexpr std::string_view left_out = "<!-- raw HTML omitted -->";
  std::string out;
  for (std::size_t from = 0;;) {
    const std::size_t at = html.find(left_out, from);
    out += html.substr(from, at - from);
    if (at == html.npos) return out;
    out += "<br>";
    from = at + left_out.size();
  }
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string from_markdown(const std::string& markdown) {
  const Parser parser = new_parser();
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  const Node root(cmark_parser_finish(parser.get()));
  auto* extensions = cmark_parser_get_syntax_extensions(parser.get());
  const Text text(cmark_render_html(root.get(), options, extensions));
  return with_breaks(text.get());
}

std::string inlines(const doc::Prose& prose) {
  constexpr std::string_view open = "<h1>", close = "</h1>\n";
  const auto text = markdown::text(prose, markdown::Spot::within_line, " ");
  std::string heading = from_markdown("# " + text + "\n");
  return heading.substr(open.size(), heading.size() - open.size() - close.size());
}

}  // namespace lianxi::html
