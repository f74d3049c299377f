#include <fmt/format.h>

#include <lianxi/documents/markdown.hpp>
#include <lianxi/documents/markdown_text.hpp>
#include <lianxi/documents/mermaid.hpp>

namespace lianxi {
namespace {

using markdown::Spot;

/// Blocks of text, kept apart by empty lines.
class Writer {
 public:
  explicit Writer(const MarkdownOptions& options) : options_(options) {}

  void heading(int depth, std::string_view number, const doc::Prose& title) {
    add(std::string(std::size_t(depth), '#') + " " + std::string(number) +
        markdown::text(title, Spot::within_line, " "));
  }

  void lines(const std::vector<doc::Prose>& lines) {
    doc::Prose all;
    for (const doc::Prose& line : lines) {
      if (!all.empty()) all += "\n";
      all += line;
    }
    (*this)(doc::Paragraph{all});
  }

  void operator()(const doc::Paragraph& paragraph) {
    add(markdown::text(paragraph.text, Spot::line_start, "\\\n"));
  }

  void operator()(const doc::Items& items) {
    std::string out;
    int number = 0;
    for (const doc::Prose& item : items.items) {
      if (item.empty()) continue;
      const std::string bullet = items.numbered ? fmt::format("{}. ", ++number) : "- ";
      const std::string indent = "\\\n" + std::string(bullet.size(), ' ');
      out += (out.empty() ? "" : "\n") + bullet + markdown::text(item, Spot::line_start, indent);
    }
    add(out);
  }

  void operator()(const doc::Table& table) {
    std::vector<doc::Prose> titles;
    std::string rule = "|";
    for (const doc::Column& column : table.columns) {
      titles.push_back(column.title);
      rule += fmt::format(" {} |", dashes(column.align));
    }
    std::string out = row(titles) + "\n" + rule;
    for (const auto& cells : table.rows) out += "\n" + row(cells);
    add(out);
    if (table.chart && options_.charts) chart(*table.chart);
  }

  void blocks(const std::vector<doc::Block>& blocks) {
    for (const doc::Block& block : blocks) std::visit(*this, block);
  }

  void rule() { add("---"); }

  std::string take() { return std::move(out_); }

 private:
  static std::string_view dashes(doc::Align align) {
    switch (align) {
      case doc::Align::left:
        break;
      case doc::Align::center:
        return ":---:";
      case doc::Align::right:
        return "---:";
    }
    return "---";
  }

  /// There is always a space before the closing bar: a cell that ends in a backslash
  /// would else take it along.
  std::string row(const std::vector<doc::Prose>& cells) const {
    std::string out = "|";
    for (const doc::Prose& cell : cells) {
      const auto text = markdown::text(cell, Spot::within_line, options_.cell_break);
      out += text.empty() ? " |" : " " + text + " |";
    }
    return out;
  }

  void chart(const doc::Chart& chart) {
    const std::string source = mermaid::source(chart);
    if (!source.empty()) add("```mermaid\n" + source + "```");
  }

  void add(std::string_view block) {
    if (block.empty()) return;
    if (!out_.empty()) out_ += "\n";
    out_.append(block).append("\n");
  }

  const MarkdownOptions& options_;
  std::string out_;
};

void write(const std::vector<doc::Section>& sections, int depth, Language language,
           Writer& writer) {
  int index = 0;
  for (const doc::Section& section : sections) {
    // The document's title takes the first level of headings.
    writer.heading(depth + 1, doc::heading_number(language, depth, ++index), section.title);
    writer.blocks(section.blocks);
    write(section.sections, depth + 1, language, writer);
  }
}

}  // namespace

std::string to_markdown(const Document& document, const MarkdownOptions& options) {
  Writer writer(options);
  writer.heading(1, "", document.title);
  writer.blocks(document.preface);
  write(document.sections, 1, document.language, writer);
  writer.blocks(document.closing);
  if (!document.provenance.empty()) writer.rule();
  writer.lines(document.provenance);
  return writer.take();
}

}  // namespace lianxi
