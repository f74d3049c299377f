// One record's YAML as a tree, each value with its place.
#pragma once
#include <cstdint>
#include <string_view>

#include <lianxi/base/located.hpp>

namespace lianxi {

/// How a scalar was written. Only a plain one can mean “not given” or a merge key.
enum class Style : std::uint8_t { plain, quoted, block };

/// What a node has that is not part of the format, though YAML allows it.
enum class Oddity : std::uint8_t { none, anchor, alias, tag, too_deep };

/// A value in a tree. Trees live in a scratch arena that is rewound after each
/// record, so they are linked lists: a child, then its next.
struct Node {
  /// `refused`: has no value because of its oddity.
  enum class Kind : std::uint8_t { null, scalar, list, map, refused };

  Kind kind = Kind::null;
  Style style = Style::plain;
  Oddity oddity = Oddity::none;
  Place at = Place::none;
  std::string_view text;        ///< Of a scalar.
  const Node* key = nullptr;    ///< Of a value in a mapping.
  const Node* first = nullptr;  ///< Of a list or mapping.
  const Node* next = nullptr;

  /// Goes over the children: items of a list, values (with `key`) of a mapping.
  struct Iterator {
    const Node* node;
    const Node& operator*() const { return *node; }
    Iterator& operator++() {
      node = node->next;
      return *this;
    }
    bool operator!=(Iterator other) const { return node != other.node; }
  };
  Iterator begin() const { return {first}; }
  Iterator end() const { return {nullptr}; }
};

}  // namespace lianxi
