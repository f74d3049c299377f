// All that there is to know of one record or part, as of a day.
#pragma once
#include <string_view>
#include <vector>

#include <lianxi/followup/record_meaning.hpp>
#include <lianxi/followup/references.hpp>
#include <lianxi/followup/resolution_life.hpp>
#include <lianxi/rules/judge.hpp>

namespace lianxi LIANXI_EXPORT {

struct RecordView {
  const Book& book;
  Date as_of;
  MeantRecord record;
  std::string_view written = {};  ///< Its bytes, as they stand in the file.
  std::vector<Reference> refers_to = {};
  std::vector<Reference> referred_by = {};
  Findings wrong = {};               ///< Of validate, on it or beneath it.
  Findings open = {};                ///< Of followup, likewise.
  std::vector<LifeEvent> life = {};  ///< Of a resolution.
};

/// O(values of the book), with all rules.
RecordView view_of(const ValidateCase&, const MeantRecord&);

}  // namespace lianxi
