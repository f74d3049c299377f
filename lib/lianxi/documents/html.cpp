#include <algorithm>
#include <fmt/format.h>

#include <lianxi/base/words.hpp>
#include <lianxi/documents/html.hpp>
#include <lianxi/documents/html_style.hpp>
#include <lianxi/documents/html_text.hpp>
#include <lianxi/documents/markdown_blocks.hpp>
#include <lianxi/documents/svg.hpp>

namespace lianxi {
namespace {

using html::escaped;
using html::from_markdown;
using html::inlines;

/// Fewer headings than that are found without contents.
constexpr std::size_t fewest_in_contents = 4;

std::string from_block(const doc::Block& block) {
  return from_markdown(markdown::block(block, {.charts = false}));
}

// ---- tables -----------------------------------------------------------------------

/// The widest line of a text, as it stands in a cell.
int width_of(const doc::Prose& prose) {
  const std::string text = prose.plain();
  int widest = 0;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    widest = std::max(widest, display_width(std::string_view(text).substr(from, end - from)));
    from = end + 1;
  }
  return widest;
}

/// Widths are in half-width characters. A column of dates, figures or states is not broken; a
/// name's or a text's may be. A table of very many columns keeps only ids and words whole.
constexpr int widest_unbroken = 14, widest_of_many = 10;
constexpr std::size_t many_columns = 9;
/// As `min-width` in the style says, and the padding of a cell with its border.
constexpr int narrowest_text = 9, padding = 3;
/// What fits between the margins of A4 that stands upright.
constexpr int upright_paper = 103;

int width_of(const doc::Table& table, std::size_t column) {
  int widest = 0;
  for (const std::vector<doc::Prose>& row : table.rows)
    if (column < row.size()) widest = std::max(widest, width_of(row[column]));
  return widest;
}

bool is_short(const doc::Table& table, std::size_t column) {
  const bool many = table.columns.size() > many_columns;
  return width_of(table, column) <= (many ? widest_of_many : widest_unbroken);
}

/// The least room that a table needs to be read with ease. Heads may take two lines.
int needed_width(const doc::Table& table) {
  int needed = 0;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const int head = (width_of(table.columns[i].title) + 1) / 2;
    needed += padding + std::max(head, is_short(table, i) ? width_of(table, i) : narrowest_text);
  }
  return needed;
}

bool is_wide(const std::vector<doc::Block>& blocks) {
  return std::ranges::any_of(blocks, [](const doc::Block& block) {
    const auto* table = std::get_if<doc::Table>(&block);
    return table && needed_width(*table) > upright_paper;
  });
}

bool is_wide(const std::vector<doc::Section>& sections) {
  return std::ranges::any_of(sections, [](const doc::Section& section) {
    return is_wide(section.blocks) || is_wide(section.sections);
  });
}

/// The classes of each column's cells.
std::vector<std::string> classes_of(const doc::Table& table) {
  std::vector<std::string> classes;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    std::string names;
    const auto add = [&names](std::string_view name) {
      if (!names.empty()) names += ' ';
      names += name;
    };
    if (table.columns[i].align == doc::Align::right) add("figure");
    if (table.columns[i].for_pen) add("pen");
    if (is_short(table, i)) add("short");
    classes.push_back(names);
  }
  return classes;
}

/// The same table with each cell's class in its tag. Tags are all that begins with `<`:
/// texts have it escaped.
std::string with_classes(std::string_view table, const std::vector<std::string>& classes) {
  std::string out;
  std::size_t cell = 0;
  while (!table.empty()) {
    const bool head = table.starts_with("<th>") || table.starts_with("<th ");
    const bool body = table.starts_with("<td>") || table.starts_with("<td ");
    if (head || body) {
      const std::string& names = classes[cell++ % classes.size()];
      out.append(table.substr(0, 3)).append(head ? " scope=\"col\"" : "");
      if (!names.empty()) out += fmt::format(" class=\"{}\"", names);
      table.remove_prefix(3);
    }
    const std::size_t next = std::min(table.find('<', 1), table.size());
    out += table.substr(0, next);
    table.remove_prefix(next);
  }
  return out;
}

// ---- the page ---------------------------------------------------------------------

/// Puts a page together from top to bottom.
class HtmlWriter {
 public:
  HtmlWriter(Language language, const HtmlOptions& options)
      : language_(language), options_(options) {}

  void operator()(const doc::Items& items) { out_ += from_block(items); }

  void operator()(const doc::Table& table) {
    const auto rendered = with_classes(from_block(table), classes_of(table));
    out_ += fmt::format("<div class=\"table\">\n{}</div>\n", rendered);
    if (table.chart && options_.charts) chart(*table.chart);
  }

  /// Those that stand to the right, one after another, make up a signature.
  void operator()(const doc::Paragraph& paragraph) {
    static constexpr std::string_view wrappers[] = {"", "center", "signature"};
    const auto wanted = wrappers[std::size_t(paragraph.align)];
    if (wanted != wrapper_) {
      end_wrapper();
      if (!wanted.empty()) out_ += fmt::format("<div class=\"{}\">\n", wanted);
      wrapper_ = wanted;
    }
    out_ += from_block(paragraph);
  }

  void blocks(const std::vector<doc::Block>& blocks) {
    for (const doc::Block& block : blocks) {
      if (!std::holds_alternative<doc::Paragraph>(block)) end_wrapper();
      std::visit(*this, block);
    }
    end_wrapper();
  }

  /// Sections with headings that can be linked to: s2-1 is the first part of the second.
  void sections(const std::vector<doc::Section>& sections, int depth, const std::string& id) {
    int index = 0;
    for (const doc::Section& section : sections) {
      const std::string here = id_of(id, ++index);
      out_ += fmt::format("<h{0} id=\"{1}\">{2}</h{0}>\n", std::min(depth + 1, 6), here,
                          heading(section, depth, index));
      blocks(section.blocks);
      this->sections(section.sections, depth + 1, here);
    }
  }

  void contents(const std::vector<doc::Section>& sections, int depth, const std::string& id) {
    if (sections.empty() || depth > 2) return;
    out_ += "<ul>\n";
    int index = 0;
    for (const doc::Section& section : sections) {
      const std::string here = id_of(id, ++index);
      out_ += fmt::format("<li><a href=\"#{}\">{}</a>", here, heading(section, depth, index));
      contents(section.sections, depth + 1, here);
      out_ += "</li>\n";
    }
    out_ += "</ul>\n";
  }

  void add(std::string_view html) { out_ += html; }
  std::string take() { return std::move(out_); }

 private:
  static std::string id_of(const std::string& parent, int index) {
    return fmt::format("{}{}", parent.empty() ? "s" : parent + "-", index);
  }

  std::string heading(const doc::Section& section, int depth, int index) const {
    return doc::heading_number(language_, depth, index) + inlines(section.title);
  }

  void chart(const doc::Chart& chart) {
    const std::string drawing = svg::drawing(chart, language_);
    if (drawing.empty()) return;
    out_ += fmt::format("<figure>\n<figcaption>{}</figcaption>\n{}</figure>\n",
                        escaped(svg::title(chart)), drawing);
  }

  void end_wrapper() {
    if (!wrapper_.empty()) out_ += "</div>\n";
    wrapper_ = {};
  }

  Language language_;
  const HtmlOptions& options_;
  std::string out_;
  std::string_view wrapper_;
};

std::size_t heading_count(const std::vector<doc::Section>& sections) {
  std::size_t count = sections.size();
  for (const doc::Section& section : sections) count += heading_count(section.sections);
  return count;
}

std::string_view body_tag(bool contents, bool wide) {
  if (wide) return contents ? "<body class=\"contents wide\">\n" : "<body class=\"wide\">\n";
  return contents ? "<body class=\"contents\">\n" : "<body>\n";
}

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
{}</style>
</head>
)";

/// Even if something got through: nothing is run, loaded or sent.
constexpr std::string_view policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'";

}  // namespace

std::string to_html(const Document& document, const HtmlOptions& options) {
  const bool chinese = document.language == Language::zh;
  HtmlWriter page(document.language, options);
  page.add(fmt::format(head, chinese ? "zh-CN" : "en", policy,
                       escaped(doc::one_line(document.title.plain())), html::style));
  const bool contents = heading_count(document.sections) >= fewest_in_contents;
  page.add(body_tag(contents, is_wide(document.preface) || is_wide(document.sections) ||
                                  is_wide(document.closing) || is_wide(document.enclosures)));
  if (contents) {
    page.add(chinese ? "<nav aria-label=\"目录\">\n" : "<nav aria-label=\"Contents\">\n");
    page.contents(document.sections, 1, "");
    page.add("</nav>\n");
  }
  const auto above = doc::above_title(document.preface);
  page.add("<main>\n");
  page.blocks({document.preface.begin(), above});
  page.add("<h1>" + inlines(document.title) + "</h1>\n");
  page.blocks({above, document.preface.end()});
  page.sections(document.sections, 1, "");
  page.blocks(document.closing);
  for (const doc::Section& form : document.enclosures) {
    page.add("<div class=\"enclosure\">\n<h2>" + inlines(form.title) + "</h2>\n");
    page.blocks(form.blocks);
    page.add("</div>\n");
  }
  if (!document.provenance.empty()) {
    page.add("<footer>\n");
    page.blocks({doc::lines(document.provenance)});
    page.add("</footer>\n");
  }
  page.add("</main>\n</body>\n</html>\n");
  return page.take();
}

}  // namespace lianxi
