#include <algorithm>
#include <fmt/format.h>
#include <set>

#include <lianxi/base/runner_commands.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/documents/html.hpp>
#include <lianxi/documents/html_spans.hpp>
#include <lianxi/documents/html_style.hpp>
#include <lianxi/documents/html_table.hpp>
#include <lianxi/documents/html_text.hpp>
#include <lianxi/documents/markdown_blocks.hpp>
#include <lianxi/documents/svg.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

using html::escaped;
using html::from_markdown;
using html::inlines;

/// Fewer sections than that are found without contents.
constexpr std::size_t fewest_in_contents = 5;

std::string from_block(const doc::Block& block) {
  return from_markdown(markdown::block(block, {.charts = false}));
}

// ---- names of sections ------------------------------------------------------------

bool is_word(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
         (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xC0 && c <= 0x24F);
}

/// The words of a heading, joined: what a link can name and no attribute trips over.
std::string name_of(const doc::Prose& title) {
  std::u32string name;
  for (const char32_t c : code_points_of(title.plain())) {
    if (is_word(c))
      name += c;
    else if (!name.empty() && name.back() != U'-')
      name += U'-';
  }
  while (!name.empty() && name.back() == U'-') name.pop_back();
  return name.empty() ? "section" : utf8_of(name);
}

/// Names, each of which is given once: the second of one gets a number.
class Names {
 public:
  std::string take(const doc::Prose& title) {
    const std::string name = name_of(title);
    std::string unique = name;
    for (int number = 2; !known_.insert(unique).second; ++number)
      unique = fmt::format("{}-{}", name, number);
    return unique;
  }

 private:
  std::set<std::string> known_;
};

// ---- what lies on its side ----------------------------------------------------------

bool lies(const std::vector<doc::Block>& blocks) {
  return std::ranges::any_of(blocks, [](const doc::Block& block) {
    const auto* table = std::get_if<doc::Table>(&block);
    return table && html::is_wide(*table);
  });
}

bool any_lies(const std::vector<doc::Section>& sections) {
  return std::ranges::any_of(sections, [](const doc::Section& section) {
    return lies(section.blocks) || any_lies(section.sections);
  });
}

/// Whether the title stands with what follows, on a page that lies on its side.
bool begins_lying(const Document& document) {
  return document.preface.size() < 3 && !document.sections.empty() &&
         lies(document.sections.front().blocks);
}

// ---- the page ---------------------------------------------------------------------

/// Puts a page together from top to bottom.
class HtmlWriter {
 public:
  HtmlWriter(Language language, const HtmlOptions& options)
      : language_(language), options_(options) {}

  void operator()(const doc::Items& items) { out_ += from_block(items); }

  void operator()(const doc::Table& table) {
    out_ += html::table(table, title_);
    if (table.chart && options_.charts) chart(*table.chart);
  }

  /// Those that stand to the right, one after another, make up a signature.
  void operator()(const doc::Paragraph& paragraph) {
    const std::string_view wanted = wrapper_of(paragraph);
    if (wanted != wrapper_) {
      end_wrapper();
      if (!wanted.empty()) out_ += fmt::format("<div class=\"{}\">\n", wanted);
      wrapper_ = wanted;
    }
    out_ += from_block(paragraph);
  }

  void blocks(const std::vector<doc::Block>& blocks, const doc::Prose& title) {
    title_ = escaped(doc::one_line(title.plain()));
    for (const doc::Block& block : blocks) {
      if (!std::holds_alternative<doc::Paragraph>(block)) end_wrapper();
      std::visit(*this, block);
    }
    end_wrapper();
  }

  /// Sections with headings that can be linked to by their names.
  void sections(const std::vector<doc::Section>& sections, int depth, Names& names) {
    int index = 0;
    for (const doc::Section& section : sections) {
      const std::string here = names.take(section.title);
      const bool on_its_side = lies(section.blocks);
      if (on_its_side) out_ += "<div class=\"lies\">\n";
      out_ += fmt::format("<h{0} id=\"{1}\">{2}</h{0}>\n", std::min(depth + 1, 6), here,
                          heading(section, depth, ++index));
      blocks(section.blocks, section.title);
      if (on_its_side) out_ += "</div>\n";
      this->sections(section.sections, depth + 1, names);
    }
  }

  /// In the same order, so that each gets the same name.
  void contents(const std::vector<doc::Section>& sections, int depth, Names& names) {
    if (sections.empty()) return;
    const bool shown = depth <= 2;
    if (shown) out_ += "<ul>\n";
    int index = 0;
    for (const doc::Section& section : sections) {
      const std::string here = names.take(section.title);
      ++index;
      if (shown)
        out_ += fmt::format("<li><a href=\"#{}\">{}</a>", here, heading(section, depth, index));
      contents(section.sections, depth + 1, names);
      if (shown) out_ += "</li>\n";
    }
    if (shown) out_ += "</ul>\n";
  }

  void add(std::string_view html) { out_ += html; }
  std::string take() { return std::move(out_); }

 private:
  static std::string_view wrapper_of(const doc::Paragraph& paragraph) {
    if (paragraph.role == doc::Role::letterhead) return "letterhead";
    static constexpr std::string_view wrappers[] = {"", "center", "signature"};
    return wrappers[std::size_t(paragraph.align)];
  }

  std::string heading(const doc::Section& section, int depth, int index) const {
    return doc::heading_number(language_, depth, index) + inlines(section.title);
  }

  void chart(const doc::Chart& chart) {
    const std::string drawing = svg::drawing(chart, language_);
    if (drawing.empty()) return;
    out_ += fmt::format("<figure tabindex=\"0\">\n<figcaption>{}</figcaption>\n{}</figure>\n",
                        escaped(svg::title(chart)), drawing);
  }

  void end_wrapper() {
    if (!wrapper_.empty()) out_ += "</div>\n";
    wrapper_ = {};
  }

  Language language_;
  const HtmlOptions& options_;
  std::string out_, title_;
  std::string_view wrapper_;
};

constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="{}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<meta name="referrer" content="no-referrer">
<title>{}</title>
<style>
{}@page {{ @top-right {{ content: "{}"; font-size: 8pt; color: #5d6670; }} }}
</style>
</head>
)";

/// Even if something got through: nothing is run, loaded or sent.
constexpr std::string_view policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'";

/// A text in a string of CSS: all but letters, figures and what is not ASCII by its number.
std::string for_css(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || c == ' ' || is_word(char32_t(byte)))
      out += c;
    else
      out += fmt::format("\\{:x} ", byte);
  }
  return out;
}

std::string_view body_tag(bool contents, bool wide) {
  if (wide) return contents ? "<body class=\"contents broad\">\n" : "<body class=\"broad\">\n";
  return contents ? "<body class=\"contents\">\n" : "<body>\n";
}

/// Folds away on phones; beside the page where there is room.
void add_contents(const Document& document, bool chinese, HtmlWriter& page) {
  page.add(chinese ? "<nav aria-label=\"目录\">\n<details>\n<summary>目录</summary>\n"
                   : "<nav aria-label=\"Contents\">\n<details>\n<summary>Contents</summary>\n");
  Names names;
  page.contents(document.sections, 1, names);
  page.add("</details>\n</nav>\n");
}

void add_main(const Document& document, HtmlWriter& page) {
  const auto above = doc::above_title(document.preface);
  page.add("<main>\n");
  const bool lying = begins_lying(document);
  if (lying) page.add("<div class=\"lies\">\n");
  page.blocks({document.preface.begin(), above}, document.title);
  page.add("<h1>" + inlines(document.title) + "</h1>\n");
  page.blocks({above, document.preface.end()}, document.title);
  if (lying) page.add("</div>\n");
  Names names;
  page.sections(document.sections, 1, names);
  page.blocks(document.closing, document.title);
  for (const doc::Section& form : document.enclosures) {
    page.add("<div class=\"enclosure\">\n<h2>" + inlines(form.title) + "</h2>\n");
    page.blocks(form.blocks, form.title);
    page.add("</div>\n");
  }
  if (!document.provenance.empty()) {
    page.add("<footer>\n");
    page.blocks({doc::lines(document.provenance)}, document.title);
    page.add("</footer>\n");
  }
  page.add("</main>\n");
}

}  // namespace

std::string to_html(const Document& document, const HtmlOptions& options) {
  const bool chinese = document.language == Language::zh;
  const std::string title = doc::one_line(document.title.plain());
  const bool contents = document.sections.size() >= fewest_in_contents;
  HtmlWriter page(document.language, options);
  page.add(body_tag(contents, any_lies(document.sections)));
  if (contents) add_contents(document, chinese, page);
  add_main(document, page);
  return fmt::format(head, chinese ? "zh-CN" : "en", policy,
                     without_commands(escaped(title), signs_in_html), html::style, for_css(title)) +
         without_commands(html::with_spans(page.take(), document.language), signs_in_html) +
         "</body>\n</html>\n";
}

}  // namespace lianxi
