// Which records units were reminded of.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <lianxi/book/book.hpp>

namespace lianxi {

/// The reminders up to a day, by what they are about.
class Reminded {
 public:
  Reminded(const Book&, Date as_of);

  /// How many of them name that record, in whatever form. O(1) for plain names, O(forms with `*`).
  int naming(const std::string& record) const;

 private:
  std::unordered_map<std::string, int> by_record_;
  std::vector<std::vector<std::string>> with_wildcards_;  ///< All forms of one reminder.
};

}  // namespace lianxi
