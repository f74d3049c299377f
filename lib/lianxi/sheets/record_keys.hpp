// Drafts held against the records that a book has.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <lianxi/book/book.hpp>
#include <lianxi/writing/draft.hpp>

namespace lianxi {

/// The value of a draft's field, or null.
const DraftValue* value_in(const Draft&, std::string_view field);

/// The fields of a draft that the record has otherwise, or not at all, with both values.
struct Differing {
  const Field* field;
  std::string here, there;  ///< In the draft, in the record.
};
std::vector<Differing> differing(const Book&, const Draft&, const void* record);

/// The records of a collection, for finding those that a draft repeats.
class KnownRecords {
 public:
  KnownRecords(const Book&, const Collection&);

  /// What tells a draft from others of its kind: its id, a plan's year, a follow-up's meeting, unit
  /// and day; "" where it has none.
  static std::string key_of(const Draft&);
  /// The record of that key, or null.
  const Part* of_key(const std::string& key) const;
  /// A record that has all that the draft gives, or null.
  const Part* equal_to(const Draft&) const;
  /// Their keys, in the order of the book.
  const std::vector<std::string>& ids() const { return ids_; }
  /// Whether a record of the collection that shares its ids with this one has that id.
  bool is_taken_elsewhere(const std::string& id) const { return elsewhere_.contains(id); }

 private:
  const std::unordered_multimap<std::string, const Part*>& by(const Field&) const;

  const Book& book_;
  const Collection& collection_;
  std::unordered_map<std::string, const Part*> by_key_;
  std::vector<std::string> ids_;
  std::unordered_set<std::string> elsewhere_;
  mutable std::unordered_map<const Field*, std::unordered_multimap<std::string, const Part*>>
      by_field_;
};

}  // namespace lianxi
