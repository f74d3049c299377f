#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <cstdlib>
#include <memory>

#include <lianxi/documents/html_text.hpp>
#include <lianxi/documents/markdown_text.hpp>

namespace lianxi::html {
namespace {

template <auto release>
struct Release {
  template <class T>
  void operator()(T* owned) const {
    release(owned);
  }
};
using Parser = std::unique_ptr<cmark_parser, Release<cmark_parser_free>>;
using Node = std::unique_ptr<cmark_node, Release<cmark_node_free>>;
using Iterator = std::unique_ptr<cmark_iter, Release<cmark_iter_free>>;
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

/// The one tag that we write, where a cell has several lines.
bool is_break(cmark_node* node) {
  if (cmark_node_get_type(node) != CMARK_NODE_HTML_INLINE) return false;
  return std::string_view(cmark_node_get_literal(node)) == "<br>";
}

void keep_breaks(cmark_node* root) {
  const Iterator all(cmark_iter_new(root));
  while (cmark_iter_next(all.get()) != CMARK_EVENT_DONE) {
    cmark_node* node = cmark_iter_get_node(all.get());
    if (!is_break(node)) continue;
    cmark_node_replace(node, cmark_node_new(CMARK_NODE_LINEBREAK));
    cmark_node_free(node);
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
  keep_breaks(root.get());
  auto* extensions = cmark_parser_get_syntax_extensions(parser.get());
  const Text text(cmark_render_html(root.get(), options, extensions));
  return text.get();
}

std::string inlines(const doc::Prose& prose) {
  constexpr std::string_view open = "<h1>", close = "</h1>\n";
  const auto text = markdown::text(prose, markdown::Spot::within_line, " ");
  std::string heading = from_markdown("# " + text + "\n");
  return heading.substr(open.size(), heading.size() - open.size() - close.size());
}

}  // namespace lianxi::html
