// Findings into verdicts: severities, waivers, order, sums.
#pragma once
#include <lianxi/rules/rule.hpp>

namespace lianxi LIANXI_EXPORT {

/// Findings in the order in which they are shown, and what they come to.
struct Verdict {
  Findings findings;
  int errors = 0, warnings = 0, infos = 0;  ///< Without the waived ones.
  int waived = 0;
  /// Of `followup`: those that something can still be done about.
  int open_errors = 0, open_warnings = 0;

  /// Counts again, after findings were left out.
  void count();
};

/// Everything that `validate` finds.
Verdict validate(const ValidateCase&);

/// How far the records of a book can be trusted by what is worked out from them.
struct RecordFaults {
  int errors = 0;  ///< What `validate` finds, without what is waived.
  int unread = 0;  ///< Documents, records and values that could not be read at all.
};
RecordFaults record_faults(const ValidateCase&);

/// What `followup` finds in the whole book that arose in the compliance's scope.
Verdict judge(const Compliance&);

}  // namespace lianxi
