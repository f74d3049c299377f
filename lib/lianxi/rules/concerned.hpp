// Whom a finding of `followup` is for, and which meeting it is about.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>

#include <lianxi/rules/rule.hpp>

namespace lianxi LIANXI_EXPORT {

/// Answers for every finding of one compliance, which has to outlive it.
class Concerned {
 public:
  /// O(records with a lead).
  explicit Concerned(const Compliance&);

  /// The id of the unit (of a plan task perhaps a committee) that has to act: the one
  /// that the finding names, the lead of a resolution, task or series, the steward of a
  /// fund; "" where it is the conference itself.
  std::string_view unit(const Finding&) const;
  /// The id of the meeting whose record, or a part of it, the finding names; else "".
  static std::string_view meeting(const Finding&);

 private:
  std::unordered_map<std::string, std::string_view> leads_;  ///< By the record's name.
};

}  // namespace lianxi
