// The records of a book or of a part of it, collection by collection.
#pragma once
#include <span>
#include <vector>

#include <lianxi/export.hpp>

namespace lianxi {
class Decoder;
}  // namespace lianxi

namespace lianxi LIANXI_EXPORT {

struct Node;
struct Part;
struct RecordType;

// Whoever looks into a record includes its own header, so that a new field in one collection does
// not compile again what uses another.
struct Alliance;
#define COLLECTION(Type, member) struct Type;
#include <lianxi/book/collections.def>
#undef COLLECTION

/// The records of one collection, in book order (files by path, then by position).
/// They lie in the book's arena; this is a list of pointers that reads like a list
/// of records.
template <class T>
class Records {
 public:
  class Iterator {
   public:
    explicit Iterator(const T* const* at) : at_(at) {}
    const T& operator*() const { return **at_; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return at_ != other.at_; }

   private:
    const T* const* at_;
  };

  Iterator begin() const { return Iterator(all_.data()); }
  Iterator end() const { return Iterator(all_.data() + all_.size()); }
  std::size_t size() const { return all_.size(); }
  bool empty() const { return all_.empty(); }
  const T& operator[](std::size_t i) const { return *all_[i]; }

  void add(const T* record) { all_.push_back(record); }
  void append(const Records& more) { all_.insert(all_.end(), more.all_.begin(), more.all_.end()); }
  void make_room(std::size_t records) { all_.reserve(records); }
  /// The records one after the other; they stay where they are until one is added.
  const T* const* data() const { return all_.data(); }
  void clear() { all_.clear(); }

 private:
  std::vector<const T*> all_;
};

/// A record, and what it is.
struct RecordOfType {
  const RecordType* type;
  const Part* record;
};

struct RecordSets {
  Records<Alliance> alliances;
#define COLLECTION(Type, member) Records<Type> member;
#include <lianxi/book/collections.def>
#undef COLLECTION

  void append(const RecordSets&);
  /// Appends them all, in their order; each is empty then.
  void append(std::span<RecordSets* const>);
  void clear();
};

/// What generic code needs to know of a collection. The first is the alliance.
struct Collection {
  const RecordType* type;
  /// Decodes one record into the set; false when the node is not a mapping.
  bool (*decode)(const Node&, Decoder&, RecordSets&);
  std::size_t (*size)(const RecordSets&);
  /// The record at that position of the collection.
  const Part& (*at)(const RecordSets&, std::size_t);
};

/// All collections in the order of the manual, `alliance` first.
std::span<const Collection> all_collections();

}  // namespace lianxi
