// Ids for records that come without one.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <lianxi/writing/draft.hpp>

namespace lianxi {

/// The short name of what a draft is, or its name, as far as that can be an id; else "".
std::string name_as_id(const Draft&);

/// Gives out ids of a collection by the pattern of those that are there: 2017-e12 → 2017-e13; with
/// the record's own year where the pattern has one. Where there is none, an id is the first letter
/// of the collection and a number.
class NextIds {
 public:
  NextIds(std::string_view collection, const std::vector<std::string>& taken);

  /// An id that is not to be given out.
  void take(const std::string& id) { taken_.insert(id); }
  /// The next one, for that record.
  std::string next(const Draft&);

 private:
  std::size_t highest_after(const std::string& prefix) const;

  std::unordered_set<std::string> taken_;
  std::unordered_map<std::string, std::size_t> given_;  ///< The highest number by prefix.
  std::string prefix_;
  std::size_t width_ = 1;
};

}  // namespace lianxi
