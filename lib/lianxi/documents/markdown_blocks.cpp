#include <fmt/format.h>

#include <lianxi/documents/markdown_blocks.hpp>
#include <lianxi/documents/markdown_text.hpp>

namespace lianxi::markdown {
namespace {

/// The styles of paragraphs in reference_docx/.
std::string_view style_of(const doc::Paragraph& paragraph) {
  switch (paragraph.role) {
    case doc::Role::text:
      break;
    case doc::Role::letterhead:
      return "Letterhead";
    case doc::Role::number:
      return "Number";
    case doc::Role::addressee:
      return "Addressee";
    case doc::Role::imprint:
      return "Imprint";
  }
  switch (paragraph.align) {
    case doc::Align::left:
      break;
    case doc::Align::center:
      return "Centered";
    case doc::Align::right:
      return "Signature";
  }
  return "";
}

std::string_view dashes(doc::Align align) {
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

class BlockWriter {
 public:
  explicit BlockWriter(const MarkdownOptions& options) : options_(options) {}

  std::string operator()(const doc::Paragraph& paragraph) const {
    auto out = ended(text(paragraph.text, Spot::line_start, "\\\n"));
    const auto style = options_.styles ? style_of(paragraph) : "";
    if (out.empty() || style.empty()) return out;
    return fmt::format("::: {{custom-style=\"{}\"}}\n{}:::\n", style, out);
  }

  std::string operator()(const doc::Items& items) const {
    std::string out;
    int number = 0;
    for (const doc::Prose& item : items.items) {
      if (item.empty()) continue;
      const std::string bullet = items.numbered ? fmt::format("{}. ", ++number) : "- ";
      const std::string indent = "\\\n" + std::string(bullet.size(), ' ');
      out += ended(bullet + text(item, Spot::line_start, indent));
    }
    return out;
  }

  std::string operator()(const doc::Table& table) const {
    std::string titles = "|", rule = "|", rows;
    for (const doc::Column& column : table.columns) {
      titles += cell(column.title, "");
      rule += fmt::format(" {} |", dashes(column.align));
    }
    for (const auto& cells : table.rows) {
      rows += '|';
      for (std::size_t i = 0; i < cells.size(); ++i)
        rows += cell(cells[i], table.columns.at(i).for_pen ? options_.pen_room : "");
      rows += '\n';
    }
    return titles + '\n' + rule + '\n' + rows;
  }

 private:
  static std::string ended(const std::string& lines) {
    return lines.empty() ? lines : lines + '\n';
  }

  /// There is always a space before the closing bar: a cell that ends in a backslash
  /// would else take it along.
  std::string cell(const doc::Prose& prose, std::string_view where_empty) const {
    auto out = text(prose, Spot::within_line, options_.cell_break);
    if (out.empty()) out = where_empty;
    return out.empty() ? " |" : " " + out + " |";
  }

  const MarkdownOptions& options_;
};

}  // namespace

std::string block(const doc::Block& block, const MarkdownOptions& options) {
  return std::visit(BlockWriter(options), block);
}

}  // namespace lianxi::markdown
