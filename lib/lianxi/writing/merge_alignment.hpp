// Which items of a list's three versions are the same, and in what order they are joined.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include <lianxi/writing/merge_side.hpp>

namespace lianxi {

/// By what an item is the same one in another version. What only says something of the item (a
/// day, a text) may be changed, and two items may share it.
struct PieceKey {
  std::string text = {};
  bool identifies = false;  ///< An id, a unit, a word: two of these are one item.
  bool is_day = false;      ///< Many different things may happen on one.
};

PieceKey key_of(const Piece& item);

/// What a record of a collection or a part is called in a record's name; "" where it has no id.
std::string id_of_piece(const Piece& item);

/// One item in the three versions.
struct JoinedItem {
  std::optional<std::size_t> base, ours, theirs;
};

/// Every item that a side still has, in the order in which they are joined: that of theirs where
/// only they moved any, else that of ours, each addition after the item it was put behind, ours
/// first. O(items · log items), O(items²) for those without an identity that were changed.
std::vector<JoinedItem> joined_items(const std::vector<Piece>& base, const std::vector<Piece>& ours,
                                     const std::vector<Piece>& theirs);

}  // namespace lianxi
