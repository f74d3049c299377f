#include <algorithm>

#include <lianxi/base/source.hpp>
#include <lianxi/writing/document_layout.hpp>
#include <lianxi/yaml/document_reading.hpp>

namespace lianxi {

std::size_t line_start(std::string_view bytes, std::size_t at) {
  const auto before = at == 0 ? std::string_view::npos : bytes.rfind('\n', at - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

std::size_t line_end(std::string_view bytes, std::size_t at) {
  const auto end = std::min(bytes.find('\n', at), bytes.size());
  return end > at && bytes[end - 1] == '\r' ? end - 1 : end;
}

std::size_t next_line(std::string_view bytes, std::size_t at) {
  const auto end = bytes.find('\n', at);
  return end == std::string_view::npos ? bytes.size() : end + 1;
}

std::size_t column_of(std::string_view bytes, std::size_t at) { return at - line_start(bytes, at); }

const LayoutNode* LayoutNode::entry(std::string_view en, std::string_view zh) const {
  for (const LayoutNode& child : children)
    if (child.key == en || child.key == zh) return &child;
  return nullptr;
}

namespace {

/// Keeps what a document's trees say of where its values begin.
class LayoutSink : public DocumentSink {
 public:
  explicit LayoutSink(LayoutNode& root) : root_(root) {}

  void restart() override { root_.children.clear(); }
  void collection(const Node& key) override {
    LayoutNode& entry = root_.children.emplace_back();
    take_key(entry, key);
    entry.start = entry.end = entry.key_end;
  }
  void item(const Node& item) override { last().children.push_back(taken(item)); }
  void list_end(Place at, bool) override {
    last().kind = Node::Kind::list;
    last().start = offset(at);
  }
  void value(const Node& value) override {
    LayoutNode node = taken(value);
    node.key = last().key;
    node.key_start = last().key_start;
    last() = std::move(node);
  }
  void not_a_mapping(const Node&) override {}

 private:
  static std::size_t offset(Place place) { return std::size_t(place) - 1; }
  LayoutNode& last() { return root_.children.back(); }

  static void take_key(LayoutNode& entry, const Node& key) {
    entry.key = key.text;
    entry.key_start = offset(key.at);
  }

  static LayoutNode taken(const Node& node) {
    LayoutNode out;
    out.kind = node.kind;
    out.style = node.style;
    out.start = offset(node.at);
    out.text = node.text;
    if (node.key) take_key(out, *node.key);
    for (const Node& child : node) out.children.push_back(taken(child));
    return out;
  }

  LayoutNode& root_;
};

/// Finds where everything ends, in the order of the document's bytes.
class Ends {
 public:
  Ends(std::string_view bytes, std::size_t begin, std::size_t end)
      : bytes_(bytes), begin_(begin), end_(end) {}

  void find(LayoutNode& root) {
    root.kind = Node::Kind::map;
    const auto first = first_content();
    root.is_flow = first < end_ && bytes_[first] == '{';
    root.start = first;
    entries(root);
  }

 private:
  std::size_t first_content() const {
    std::size_t at = begin_;
    while (at < end_) {
      const auto line = bytes_.substr(at, line_end(bytes_, at) - at);
      const auto first = line.find_first_not_of(" \t");
      const bool marker = line.starts_with("---") || line.starts_with("%");
      if (first != line.npos && line[first] != '#' && !marker) return at + first;
      if (line.starts_with("---") && line.find_first_not_of(" \t", 3) != line.npos &&
          line[line.find_first_not_of(" \t", 3)] != '#')
        return at + line.find_first_not_of(" \t", 3);
      at = next_line(bytes_, at);
    }
    return end_;
  }

  void entries(LayoutNode& map) {
    for (LayoutNode& child : map.children) {
      child.key_end = key_end(child.key_start, child.key);
      value(child, map.is_flow, column_of(bytes_, child.key_start));
    }
  }

  std::size_t key_end(std::size_t start, std::string_view key) const {
    const bool quoted = bytes_[start] == '"' || bytes_[start] == '\'';
    return quoted ? quoted_end(start) : start + key.size();
  }

  std::size_t after_colon(std::size_t key_end) const {
    const auto colon = bytes_.find(':', key_end);
    return colon == std::string_view::npos ? key_end : colon + 1;
  }

  void items(LayoutNode& list) {
    std::size_t at = list.start;
    for (LayoutNode& item : list.children) {
      if (!list.is_flow) item.dash = dash_before(item, at);
      if (item.kind == Node::Kind::null) item.start = list.is_flow ? item.start : item.dash + 1;
      value(item, list.is_flow, list.is_flow ? 0 : column_of(bytes_, item.dash));
      at = item.end;
    }
  }

  /// The dash of an item: the last one before it on its line, or on one above where only
  /// comments lie between.
  std::size_t dash_before(const LayoutNode& item, std::size_t from) const {
    std::size_t at = from;
    if (item.kind == Node::Kind::null) return next_dash(from);
    std::size_t last = item.start;
    while (at < item.start) {
      at = next_dash(at);
      if (at >= item.start) break;
      last = at++;
    }
    return last;
  }

  /// The next `-` that begins an item.
  std::size_t next_dash(std::size_t at) const {
    while (at < end_) {
      if (bytes_[at] == '#' &&
          (at == 0 || std::string_view(" \t\n").find(bytes_[at - 1]) != std::string_view::npos)) {
        at = line_end(bytes_, at);
        continue;
      }
      const auto next = bytes_.substr(at + 1, 1);
      if (bytes_[at] == '-' && next.find_first_not_of(" \t\r\n") == next.npos) return at;
      ++at;
    }
    return end_;
  }

  void value(LayoutNode& node, bool in_flow, std::size_t column) {
    const bool is_entry = node.key_end > 0;
    switch (node.kind) {
      case Node::Kind::scalar:
        node.end = scalar_end(node, in_flow, column);
        return;
      case Node::Kind::list:
      case Node::Kind::map:
        node.is_flow = bytes_[node.start] == (node.kind == Node::Kind::list ? '[' : '{');
        if (node.kind == Node::Kind::list)
          items(node);
        else
          entries(node);
        node.end = node.is_flow ? close(node.start) : end_of_children(node);
        return;
      default:
        null_value(node, is_entry);
    }
  }

  /// Nothing, or a word for it.
  void null_value(LayoutNode& node, bool is_entry) {
    const std::size_t from = is_entry ? after_colon(node.key_end) : node.start;
    std::size_t at = from;
    while (at < end_ && (bytes_[at] == ' ' || bytes_[at] == '\t')) ++at;
    const auto rest = bytes_.substr(at, 4);
    const std::size_t size = rest.starts_with("~") ? 1 : (rest == "null" ? 4 : 0);
    node.start = size > 0 ? at : from;
    node.end = node.start + size;
  }

  static std::size_t end_of_children(const LayoutNode& node) {
    std::size_t end = node.start;
    for (const LayoutNode& child : node.children) end = std::max({end, child.end, child.key_end});
    return end;
  }

  std::size_t quoted_end(std::size_t start) const {
    const char quote = bytes_[start];
    for (std::size_t at = start + 1; at < bytes_.size(); ++at) {
      if (quote == '"' && bytes_[at] == '\\') {
        ++at;
      } else if (bytes_[at] == quote) {
        if (quote == '"' || !bytes_.substr(at + 1).starts_with(quote)) return at + 1;
        ++at;
      }
    }
    return bytes_.size();
  }

  /// The end of what is in brackets.
  std::size_t close(std::size_t start) const {
    std::size_t depth = 0;
    for (std::size_t at = start; at < end_;) {
      const char c = bytes_[at];
      if (begins_quoted(at)) {
        at = quoted_end(at);
        continue;
      }
      if (c == '#' && std::string_view(" \t\n").find(bytes_[at - 1]) != std::string_view::npos) {
        at = line_end(bytes_, at);
        continue;
      }
      if (c == '[' || c == '{') ++depth;
      if ((c == ']' || c == '}') && --depth == 0) return at + 1;
      ++at;
    }
    return end_;
  }

  /// A quote within plain text is a sign like any other.
  bool begins_quoted(std::size_t at) const {
    if (bytes_[at] != '"' && bytes_[at] != '\'') return false;
    std::size_t before = at;
    while (before > begin_ &&
           std::string_view(" \t\r\n").find(bytes_[before - 1]) != std::string_view::npos)
      --before;
    return before == begin_ ||
           std::string_view("[]{},:").find(bytes_[before - 1]) != std::string_view::npos;
  }

  std::size_t scalar_end(const LayoutNode& node, bool in_flow, std::size_t column) const {
    const char first = bytes_[node.start];
    if (node.style != Style::plain && (first == '"' || first == '\''))
      return quoted_end(node.start);
    if (node.style == Style::block) return block_text_end(node.start, column);
    return in_flow ? plain_end_in_flow(node.start) : plain_end(node.start, column);
  }

  /// Of a `|` or `>` text: after the last line that belongs to it, without its break.
  std::size_t block_text_end(std::size_t start, std::size_t column) const {
    const auto header = bytes_.substr(start, line_end(bytes_, start) - start);
    std::size_t end = start + std::min(header.find_first_of(" \t#"), header.size());
    std::size_t indent = 0;
    for (const char c : header.substr(0, end - start))
      if (c >= '1' && c <= '9') indent = column + std::size_t(c - '0');
    for (std::size_t at = next_line(bytes_, start); at < end_; at = next_line(bytes_, at)) {
      const auto line = bytes_.substr(at, line_end(bytes_, at) - at);
      const auto first = line.find_first_not_of(' ');
      if (first == line.npos) continue;
      if (indent == 0) indent = std::max(first, std::size_t(1));
      if (first < indent) break;
      end = at + line.size();
    }
    return end;
  }

  /// Plain text goes on over lines that stand deeper than its key or dash, until a comment.
  std::size_t plain_end(std::size_t start, std::size_t column) const {
    std::size_t end = start;
    for (std::size_t at = start; at < end_; at = next_line(bytes_, at)) {
      const auto line = bytes_.substr(at, line_end(bytes_, at) - at);
      if (at != start && line.find_first_not_of(' ') <= column) break;
      const auto comment = comment_in(line);
      const auto text = line.substr(0, comment);
      const auto last = text.find_last_not_of(" \t");
      if (last != text.npos) end = at + last + 1;
      if (comment != line.npos) break;
    }
    return end;
  }

  static std::size_t comment_in(std::string_view line) {
    for (std::size_t at = line.find('#'); at != line.npos; at = line.find('#', at + 1))
      if (at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t') return at;
    return line.npos;
  }

  std::size_t plain_end_in_flow(std::size_t start) const {
    std::size_t at = start, end = start;
    while (at < end_) {
      const char c = bytes_[at];
      const char next = bytes_[at + 1];  // a bracket ends what is in brackets
      if (std::string_view(",[]{}").find(c) != std::string_view::npos) break;
      if (c == ':' && std::string_view(" \t\r\n,[]{}").find(next) != std::string_view::npos) break;
      if (c == '#' && std::string_view(" \t\n").find(bytes_[at - 1]) != std::string_view::npos)
        break;
      ++at;
      if (std::string_view(" \t\r\n").find(c) == std::string_view::npos) end = at;
    }
    return end;
  }

  std::string_view bytes_;
  std::size_t begin_, end_;
};

}  // namespace

std::vector<DocumentLayout> layout_of(std::string_view bytes) {
  std::vector<DocumentLayout> documents;
  const Source source{"", bytes, Place(1)};
  for (const DocumentText& text : split_documents(source)) {
    if (is_blank(text.bytes)) continue;
    DocumentLayout& document = documents.emplace_back();
    document.start = std::size_t(text.start) - 1;
    document.end = document.start + text.bytes.size();
    Arena keep;
    LayoutSink sink(document.root);
    document.is_read = !read_document(text, keep, sink);
    if (document.is_read) Ends(bytes, document.start, document.end).find(document.root);
  }
  return documents;
}

}  // namespace lianxi
