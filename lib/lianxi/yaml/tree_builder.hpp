// Events into trees, one item of a collection at a time.
#pragma once
#include <vector>

#include <lianxi/base/arena.hpp>
#include <lianxi/yaml/node.hpp>

namespace lianxi {

/// Gets what a document holds while it is read. The trees are gone afterwards.
class DocumentSink {
 public:
  virtual ~DocumentSink() = default;
  /// The document is read again from its start: what came so far is to be forgotten.
  virtual void restart() = 0;
  /// A top-level key begins; its value follows as items or as one value.
  virtual void collection(const Node& key) = 0;
  /// An item of the list under the current top-level key.
  virtual void item(const Node& item) = 0;
  /// The end of that list, whose first item stood at `at`.
  virtual void list_end(Place at, bool had_items) = 0;
  /// The value under the current top-level key that is not a list.
  virtual void value(const Node& value) = 0;
  /// The document is not a mapping.
  virtual void not_a_mapping(const Node& root) = 0;
};

/// Takes YAML events and hands each finished record on. What lies deeper than the
/// format allows is left out, its outermost node marked.
class TreeBuilder {
 public:
  TreeBuilder(Arena& scratch, DocumentSink& sink) : scratch_(scratch), sink_(sink) {}

  void null(Place at) { put(make(Node::Kind::null, at)); }
  void alias(Place at);
  void scalar(Place at, std::string_view text, Style style);
  void begin_list(Place at) { begin(Node::Kind::list, at); }
  void begin_map(Place at) { begin(Node::Kind::map, at); }
  void end_list() { end(); }
  void end_map() { end(); }
  /// Forgets what came of the item that is open in a collection's list.
  void drop_item();
  /// How many items have been handed on.
  std::size_t items() const { return items_; }
  /// Marks the next value.
  void odd(Oddity oddity) { oddity_ = oddity; }
  /// The deepest nesting of lists and mappings that the format allows.
  static constexpr std::size_t deepest = 16;
  /// How many lists and mappings are open.
  std::size_t depth() const { return open_.size(); }

 private:
  struct Open {
    Node* node;
    Node* last = nullptr;       ///< The newest child.
    const Node* key = nullptr;  ///< Of the mapping's entry whose value is to come.
    bool had_items = false;     ///< Of a collection's list.
    Arena::Mark before = {};    ///< Where the scratch arena stood.
  };

  Node* make(Node::Kind kind, Place at);
  void begin(Node::Kind kind, Place at);
  void end();
  void put(Node* node);
  void put_top(Node* node);
  static void put_below(Open& parent, Node* node);

  Arena& scratch_;
  DocumentSink& sink_;
  std::vector<Open> open_;
  Oddity oddity_ = Oddity::none;
  std::size_t items_ = 0;
};

}  // namespace lianxi
