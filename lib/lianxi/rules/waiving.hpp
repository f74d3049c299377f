// What the book's waivers hide.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/finding.hpp>
#include <lianxi/book/book.hpp>

namespace lianxi {

/// The waivers of one command's rules that exist on a day: one that a meeting approved from its
/// day on, and never where that meeting was cancelled.
class Waiving {
 public:
  Waiving(const Book&, Date as_of, const std::vector<std::string_view>& rules);

  /// Marks what they hide with their reasons; those that ended hide nothing.
  void mark(Findings&) const;
  /// What is wrong with the waivers: they ended, or hide none of these findings.
  void judge(const Findings&, Findings& out) const;

 private:
  struct Entry {
    const Waiver* waiver;
    std::string form;  ///< Of the record's name, see followup/record_forms.hpp.
    Date since;        ///< When it came to be.
  };

  void add(const Waiver&);
  bool has_expired(const Waiver&) const;
  static bool means(const Entry&, const Finding&);
  /// `others`: records on which the rule did find something.
  void add_unused(const Entry&, const std::vector<std::string_view>& others, Findings& out) const;

  const Book& book_;
  Date as_of_;
  std::vector<Entry> entries_;
};

/// Whether a finding is about a waiver itself.
bool is_about_waiver(const Finding&);

}  // namespace lianxi
