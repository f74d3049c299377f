#include <algorithm>

#include <lianxi/writing/merge_chunks.hpp>

namespace lianxi {
namespace {

std::string_view line_at(std::string_view bytes, std::size_t at) {
  return bytes.substr(at, line_end(bytes, at) - at);
}

/// After a value's last line, and the comments right below it that stand deeper than it.
std::size_t after_lines(std::string_view bytes, std::size_t at, std::size_t column) {
  std::size_t end = next_line(bytes, at);
  while (end < bytes.size()) {
    const auto line = line_at(bytes, end);
    const auto first = line.find_first_not_of(' ');
    if (first == line.npos || line[first] != '#' || first <= column) break;
    end = next_line(bytes, end);
  }
  return end;
}

bool is_comment_or_empty(std::string_view line) {
  const auto first = line.find_first_not_of(" \t");
  return first == line.npos || line[first] == '#';
}

}  // namespace

bool is_in_lines(const LayoutNode& node) {
  const bool holds = node.kind == Node::Kind::list || node.kind == Node::Kind::map;
  return holds && !node.is_flow && !node.children.empty();
}

std::string moved(std::string_view lines, std::size_t from, std::size_t to) {
  if (from == to) return std::string(lines);
  std::string out;
  for (std::size_t at = 0; at < lines.size(); at = next_line(lines, at)) {
    auto line = lines.substr(at, next_line(lines, at) - at);
    if (to > from && line != "\n") out.append(to - from, ' ');
    if (to < from) {
      const auto spaces = std::min(line.find_first_not_of(' '), line.size() - 1);
      line.remove_prefix(std::min(from - to, spaces));
    }
    out += line;
  }
  return out;
}

std::string Chunk::text() const {
  const auto bytes = std::string_view(side->bytes()).substr(begin, end - begin);
  return (is_behind_dash ? std::string(column, ' ') : std::string()) + std::string(bytes);
}

std::string Chunk::text_at(std::size_t to) const { return moved(text(), column, to); }

std::string Chunk::lines_above(std::size_t to) const {
  if (is_behind_dash) return {};
  const std::size_t line = line_start(side->bytes(), first);
  return moved(std::string_view(side->bytes()).substr(begin, line - begin), column, to);
}

std::string Chunk::body_at(std::size_t to) const {
  return text_at(to).substr(lines_above(to).size());
}

std::size_t Chunk::inside() const {
  const std::string& bytes = side->bytes();
  if (!is_item) return next_line(bytes, node->key_end);
  const LayoutNode& child = node->children.front();
  const std::size_t at = node->kind == Node::Kind::map ? child.key_start : child.dash;
  return line_start(bytes, at) == line_start(bytes, first) ? at : next_line(bytes, first);
}

Chunks chunks_of(const MergeSide& side, const LayoutNode& container, std::size_t begin,
                 std::size_t end) {
  Chunks out{.end = begin};
  const std::string& bytes = side.bytes();
  const bool is_list = container.kind == Node::Kind::list;
  for (const LayoutNode& child : container.children) {
    Chunk chunk{.side = &side, .node = &child, .is_item = is_list};
    chunk.first = is_list ? child.dash : child.key_start;
    chunk.column = column_of(bytes, chunk.first);
    const std::size_t line = line_start(bytes, chunk.first);
    chunk.is_behind_dash = bytes.find_first_not_of(' ', line) != chunk.first;
    chunk.begin = chunk.is_behind_dash ? chunk.first : std::min(out.end, line);
    const std::size_t last = std::max({child.end, child.key_end, chunk.first + 1});
    chunk.end = std::min(after_lines(bytes, last, chunk.column), std::max(end, last));
    out.end = chunk.end;
    out.all.push_back(chunk);
  }
  return out;
}

Chunks chunks_in(const Chunk& chunk) {
  return chunks_of(*chunk.side, *chunk.node, chunk.inside(), chunk.end);
}

std::string behind_dash(const std::string& lines, const std::string& prefix) {
  std::size_t at = 0;
  while (at < lines.size() && is_comment_or_empty(line_at(lines, at))) at = next_line(lines, at);
  const auto dash = prefix.find_first_not_of(' ');
  std::string out = moved(std::string_view(lines).substr(0, at), prefix.size(), dash);
  const std::string rest = lines.substr(at);
  const bool fits = rest.find_first_not_of(' ') == prefix.size();
  if (fits) return out + prefix + rest.substr(prefix.size());
  // A conflict begins right here: its lines come below the dash.
  return out + prefix.substr(0, dash + 1) + "\n" + rest;
}

}  // namespace lianxi
