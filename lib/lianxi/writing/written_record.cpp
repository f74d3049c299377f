#include <lianxi/base/source.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/writing/document_layout.hpp>
#include <lianxi/writing/written_record.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// Where a value and, of an item of a list, its dash begins.
struct FoundNode {
  const LayoutNode* node = nullptr;
  bool in_list = false;
};

bool begins_record_at(const LayoutNode& node, std::size_t offset) {
  if (node.kind != Node::Kind::map) return node.start == offset && node.children.empty();
  return !node.children.empty() && node.children.front().key_start == offset;
}

FoundNode node_at(const LayoutNode& node, std::size_t offset, bool in_list) {
  if (begins_record_at(node, offset)) return {&node, in_list};
  for (const LayoutNode& child : node.children)
    if (child.start <= offset && offset < child.end)
      if (const auto found = node_at(child, offset, node.kind == Node::Kind::list); found.node)
        return found;
  return {};
}

/// Whether nothing but white space and dashes stands before it in its line.
bool begins_its_line(std::string_view bytes, std::size_t start) {
  const auto before = bytes.substr(line_start(bytes, start), start - line_start(bytes, start));
  return before.find_first_not_of(" -") == before.npos;
}

std::string_view text_of(std::string_view bytes, const FoundNode& found) {
  const LayoutNode& node = *found.node;
  const std::size_t start =
      node.is_flow || node.children.empty() ? node.start : node.children.front().key_start;
  if (!begins_its_line(bytes, start) || (node.is_flow && !found.in_list))
    return bytes.substr(start, node.end - start);
  const std::size_t first =
      line_start(bytes, found.in_list && node.dash < start ? node.dash : start);
  return bytes.substr(first, line_end(bytes, node.end > start ? node.end - 1 : start) - first);
}

}  // namespace

std::string_view written_record(const Book& book, const RecordPath& path) {
  const Sources& sources = book.sources();
  const Source& source = sources[sources.file_of(path.part->at)];
  const std::size_t offset = std::size_t(path.part->at) - std::size_t(source.start);
  for (const DocumentLayout& document : layout_of(source.bytes))
    if (const FoundNode found = node_at(document.root, offset, false); found.node)
      return text_of(source.bytes, found);
  return {};
}

}  // namespace lianxi
