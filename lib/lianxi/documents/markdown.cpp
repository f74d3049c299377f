#include <lianxi/documents/markdown.hpp>
#include <lianxi/documents/markdown_blocks.hpp>
#include <lianxi/documents/markdown_text.hpp>
#include <lianxi/documents/mermaid.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// Blocks of text, kept apart by empty lines.
class MarkdownWriter {
 public:
  explicit MarkdownWriter(const MarkdownOptions& options) : options_(options) {}

  void heading(int depth, std::string_view number, const doc::Prose& title) {
    add(std::string(std::size_t(depth), '#') + " " + std::string(number) +
        markdown::text(title, markdown::Spot::within_line, " ") + "\n");
  }

  void blocks(const std::vector<doc::Block>& blocks) {
    for (const doc::Block& block : blocks) {
      add(markdown::block(block, options_));
      const auto* table = std::get_if<doc::Table>(&block);
      if (table && table->chart && options_.charts) chart(*table->chart);
    }
  }

  void sections(const std::vector<doc::Section>& sections, int depth, Language language) {
    int index = 0;
    for (const doc::Section& section : sections) {
      // The document's title takes the first level of headings.
      heading(depth + 1, doc::heading_number(language, depth, ++index), section.title);
      blocks(section.blocks);
      this->sections(section.sections, depth + 1, language);
    }
  }

  void rule() { add("---\n"); }

  std::string take() { return std::move(out_); }

 private:
  void chart(const doc::Chart& chart) {
    const std::string source = mermaid::source(chart);
    if (!source.empty()) add("```mermaid\n" + source + "```\n");
  }

  void add(std::string_view block) {
    if (block.empty()) return;
    if (!out_.empty()) out_ += "\n";
    out_ += block;
  }

  const MarkdownOptions& options_;
  std::string out_;
};

}  // namespace

std::string to_markdown(const Document& document, const MarkdownOptions& options) {
  MarkdownWriter writer(options);
  const auto above = doc::above_title(document.preface);
  writer.blocks({document.preface.begin(), above});
  writer.heading(1, "", document.title);
  writer.blocks({above, document.preface.end()});
  writer.sections(document.sections, 1, document.language);
  writer.blocks(document.closing);
  for (const doc::Section& form : document.enclosures) {
    writer.heading(2, "", form.title);
    writer.blocks(form.blocks);
  }
  if (!document.provenance.empty()) {
    writer.rule();
    writer.blocks({doc::lines(document.provenance)});
  }
  return writer.take();
}

}  // namespace lianxi
