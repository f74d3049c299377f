// Where everything in a document stands, from its first byte to its last: what an edit needs to
// know to change a value and nothing else.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/yaml/node.hpp>

namespace lianxi {

/// A value as it is written. Offsets count the bytes of the file.
struct LayoutNode {
  Node::Kind kind = Node::Kind::null;
  Style style = Style::plain;
  bool is_flow = false;   ///< Of a list or mapping: in brackets.
  std::size_t start = 0;  ///< Its first byte; where nothing is written, that after the colon.
  std::size_t end = 0;    ///< After its last byte, without a comment or line break.
  std::string text = {};  ///< Of a scalar, as it is read.
  std::string key = {};   ///< Of a mapping's entry.
  std::size_t key_start = 0, key_end = 0;  ///< Of that key, its quotes included.
  std::size_t dash = 0;                    ///< Of a block list's item: where its `-` stands.
  std::vector<LayoutNode> children = {};

  /// The entry of a mapping under either of these keys, or null.
  const LayoutNode* entry(std::string_view en, std::string_view zh) const;
};

/// One document of a file.
struct DocumentLayout {
  std::size_t start = 0, end = 0;  ///< Its bytes in the file.
  bool is_read = false;            ///< Else it cannot be read, and there is no root.
  LayoutNode root = {};            ///< The mapping of collections; its end is not told.
};

/// The documents of a file that hold anything. O(bytes).
std::vector<DocumentLayout> layout_of(std::string_view bytes);

/// Where the line begins in which a byte stands.
std::size_t line_start(std::string_view bytes, std::size_t at);
/// Where that line ends, before its break.
std::size_t line_end(std::string_view bytes, std::size_t at);
/// Where the next line begins, or the end of the bytes.
std::size_t next_line(std::string_view bytes, std::size_t at);
/// How many bytes stand before it in its line.
std::size_t column_of(std::string_view bytes, std::size_t at);

}  // namespace lianxi
