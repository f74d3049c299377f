#include <utility>

#include <lianxi/yaml/tree_builder.hpp>

namespace lianxi {

Node* TreeBuilder::make(Node::Kind kind, Place at) {
  Node* node = scratch_.make<Node>();
  node->kind = kind;
  node->at = at;
  if (oddity_ != Oddity::none) node->oddity = std::exchange(oddity_, Oddity::none);
  return node;
}

void TreeBuilder::alias(Place at) {
  oddity_ = Oddity::alias;
  put(make(Node::Kind::refused, at));
}

void TreeBuilder::scalar(Place at, std::string_view text, Style style) {
  Node* node = make(Node::Kind::scalar, at);
  node->text = text;
  node->style = style;
  put(node);
}

void TreeBuilder::drop_item() {
  open_.erase(open_.begin() + 2, open_.end());
  scratch_.rewind(open_[1].before);
  oddity_ = Oddity::none;
}

void TreeBuilder::begin(Node::Kind kind, Place at) {
  Node* node = make(kind, at);
  if (open_.size() == deepest) {
    node->kind = Node::Kind::refused;
    node->oddity = Oddity::too_deep;
  }
  open_.push_back({node, nullptr, nullptr, false, scratch_.mark()});
}

void TreeBuilder::end() {
  const Open done = open_.back();
  open_.pop_back();
  const bool is_collection = open_.size() == 1 && done.node->kind == Node::Kind::list;
  if (is_collection && open_.back().node->kind == Node::Kind::map && open_.back().key) {
    sink_.list_end(done.node->at, done.had_items);
    open_.back().key = nullptr;
    return;
  }
  put(done.node);
}

/// Depth 0 is the document, 1 its mapping, 2 a collection's list.
void TreeBuilder::put(Node* node) {
  if (open_.size() > 2) return put_below(open_.back(), node);  // within a record, as nearly all
  if (open_.empty()) {
    if (node->kind != Node::Kind::map && node->kind != Node::Kind::null) sink_.not_a_mapping(*node);
    return;
  }
  if (open_.size() == 1 && open_.front().node->kind == Node::Kind::map) return put_top(node);
  Open& parent = open_.back();
  if (open_.size() == 2 && parent.node->kind == Node::Kind::list &&
      open_.front().node->kind == Node::Kind::map) {
    sink_.item(*node);
    ++items_;
    scratch_.rewind(parent.before);  // the record has been decoded
    parent.had_items = true;
    return;
  }
  put_below(parent, node);
}

void TreeBuilder::put_below(Open& parent, Node* node) {
  if (parent.node->kind == Node::Kind::refused) return;
  if (parent.node->kind == Node::Kind::map && !parent.key) {
    parent.key = node;
    return;
  }
  node->key = parent.key;
  parent.key = nullptr;
  (parent.last ? parent.last->next : parent.node->first) = node;
  parent.last = node;
}

void TreeBuilder::put_top(Node* node) {
  Open& root = open_.front();
  if (!root.key) {
    root.key = node;
    sink_.collection(*node);
    return;
  }
  sink_.value(*node);
  root.key = nullptr;
}

}  // namespace lianxi
