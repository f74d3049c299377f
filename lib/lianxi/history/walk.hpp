// Things of a book, followed through its history: which commit brought, changed or took away each.
#pragma once
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/book/book.hpp>
#include <lianxi/history/book_history.hpp>
#include <lianxi/writing/record_value.hpp>

namespace lianxi {

/// Something that is followed, as it stands in a file: what it is known by, and its value.
struct Sighting {
  std::string name;
  RecordValue value;
};

/// What is followed.
class Watch {
 public:
  virtual ~Watch() = default;
  /// Whether it can stand in a file of these bytes; true where that is not certain.
  virtual bool may_be_in(std::string_view bytes) const = 0;
  /// All of it that is in a file, in its order.
  virtual std::vector<Sighting> look(const Book& file) const = 0;
  /// Whether more of it may be in there that could not be read.
  virtual bool is_incomplete(const Book& file) const = 0;
};

/// What a commit did to one thing: a null value is none. The values live as long as the walk.
struct HistoryChange {
  std::size_t commit;
  std::string name;
  const RecordValue* before;  ///< In the first parent.
  const RecordValue* after;
  std::vector<std::size_t> lacking = {};  ///< Of a merge, the parents that did not have it.
};

/// The things that are followed, as they were at one commit.
using Sightings = std::map<std::string, const RecordValue*>;

/// What came of a walk.
class Walk {
 public:
  /// Goes through the commits that came before `starts` and these, the oldest first. Files are
  /// read only where they changed and may hold what is watched, each once. A merge changes only
  /// what it holds other than all of its parents; a file that cannot be read changes nothing.
  Walk(const BookHistory&, const Watch&, std::vector<std::size_t> starts, const std::string& names);
  ~Walk();
  Walk(const Walk&) = delete;
  Walk& operator=(const Walk&) = delete;

  /// The latest first, those of a commit by name.
  const std::vector<HistoryChange>& changes() const { return changes_; }
  /// What there was at one of `starts`, or null of other commits.
  const Sightings* at(std::size_t start) const {
    const auto found = at_.find(start);
    return found == at_.end() ? nullptr : &found->second;
  }
  /// Whether a commit was gone through.
  bool has(std::size_t commit) const;

 private:
  class Worker;

  std::vector<HistoryChange> changes_;
  std::map<std::size_t, Sightings> at_;
  std::vector<bool> is_gone_through_;
  struct Values;
  std::unique_ptr<Values> values_;
};

}  // namespace lianxi
