// A document cut into the lines that belong to each of its values, comments included.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/writing/merge_side.hpp>

namespace lianxi {

/// An entry of a block mapping or an item of a block list with its comments: those above it, and
/// those behind and below it that stand deeper. Whole lines, but for the first entry of a mapping
/// that begins behind a dash.
struct Chunk {
  const MergeSide* side = nullptr;
  const LayoutNode* node = nullptr;
  bool is_item = false;            ///< Of a list; else an entry of a mapping.
  bool is_behind_dash = false;     ///< Begins within a line.
  std::size_t begin = 0, end = 0;  ///< Its bytes.
  std::size_t first = 0;           ///< Its key or dash.
  std::size_t column = 0;          ///< Where that stands.

  /// Its lines; the first is filled up with spaces where it began within one.
  std::string text() const;
  /// The same, moved to another column.
  std::string text_at(std::size_t column) const;
  /// The comments and empty lines above it, moved to a column.
  std::string lines_above(std::size_t column) const;
  /// Its lines below those.
  std::string body_at(std::size_t column) const;
  /// Where the lines begin that hold what is in it, if it holds a block list or mapping.
  std::size_t inside() const;
};

/// What a block list or mapping holds.
struct Chunks {
  std::vector<Chunk> all = {};
  std::size_t end = 0;  ///< After the last of them: what follows are comments of the whole.
};

/// The chunks of a block list or mapping whose lines are between these bytes.
Chunks chunks_of(const MergeSide&, const LayoutNode& container, std::size_t begin, std::size_t end);
/// Those in a chunk.
Chunks chunks_in(const Chunk&);

/// Whether a value is written on lines of its own: a block list or mapping that is not empty.
bool is_in_lines(const LayoutNode&);

/// Lines moved to the right or left; empty ones stay empty.
std::string moved(std::string_view lines, std::size_t from, std::size_t to);

/// A mapping's lines, made an item of a list: `prefix` (`  - `) takes the place of what stands
/// before the first key. Comments above that go before the dash.
std::string behind_dash(const std::string& lines, const std::string& prefix);

}  // namespace lianxi
