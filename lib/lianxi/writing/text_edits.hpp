// Changes of bytes that leave all others as they are.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/writing/document_layout.hpp>
#include <lianxi/writing/yaml_text.hpp>

namespace lianxi {

/// Bytes of a file that others take the place of.
struct TextEdit {
  std::size_t at = 0, size = 0;
  std::string replacement = {};
};

/// The bytes with the edits made; they must not overlap. O(bytes + edits · log edits).
std::string with_edits(std::string_view bytes, std::vector<TextEdit>);

/// Makes the edits of one file's mappings and lists. Nothing is known of records here: the fields
/// of a mapping are named, and their order is given by a table.
class TextEditor {
 public:
  explicit TextEditor(std::string_view bytes);

  /// The line break that the file uses.
  std::string_view line_break() const { return line_break_; }

  /// Puts a scalar in place of one, or of nothing, in the quotes that it had.
  TextEdit replace_scalar(const LayoutNode& old, std::string_view text, bool in_flow,
                          std::size_t column) const;
  /// Gives the entry of a mapping another value.
  TextEdit replace_value(const LayoutNode& map, const LayoutNode& entry, const DraftField&,
                         Language) const;
  /// Adds an entry to a mapping, after `before`, or as its last where that is null.
  TextEdit insert_entry(const LayoutNode& map, const LayoutNode* before, const DraftField&,
                        Language, std::size_t dash_offset) const;
  /// What `insert_entry` would write behind the colon: in the same line or in lines below.
  std::string lines_of_value(const LayoutNode& map, const DraftField&, Language,
                             std::size_t dash_offset) const;
  /// Takes an entry out of a mapping.
  TextEdit remove_entry(const LayoutNode& map, std::size_t index) const;

  /// Adds items at the end of a list that is not empty, or is in brackets.
  TextEdit append_items(const LayoutNode& list, const std::vector<DraftValue>&, Language,
                        std::size_t dash_offset, bool parted_by_blank_lines) const;
  /// Makes a list of a scalar that stands for a list of one, with a further item.
  TextEdit extend_single(const LayoutNode& scalar, const DraftValue&, Language) const;
  /// Takes an item out of a list that has others.
  TextEdit remove_item(const LayoutNode& list, std::size_t index) const;

  /// Whether empty lines part the items of a block list.
  bool has_blank_lines(const LayoutNode& list) const;
  std::string_view bytes() const { return bytes_; }

 private:
  std::size_t column(const LayoutNode& map) const;
  TextEdit take_flow(std::size_t start, std::size_t end, bool is_last, bool is_first) const;
  TextEdit take_lines(std::size_t start, std::size_t end, std::optional<std::size_t> next) const;
  std::string_view rest_of_line(std::size_t at) const;
  std::size_t end_with_comments(std::size_t at, std::size_t column) const;
  std::size_t mark_after(const LayoutNode& blank) const;

  std::string_view bytes_, line_break_;
};

}  // namespace lianxi
