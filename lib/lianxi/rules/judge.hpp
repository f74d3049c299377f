// Findings into verdicts: severities, waivers, order, sums.
#pragma once
#include <lianxi/rules/rule.hpp>

namespace lianxi LIANXI_EXPORT {

/// Findings in the order in which they are shown, and what they come to.
struct Verdict {
  Findings findings;
  int errors = 0, warnings = 0, infos = 0;  ///< Without the waived ones.
  int waived = 0;

  /// Counts again, after findings were left out.
  void count();
};

/// Everything that `validate` finds.
Verdict validate(const ValidateCase&);

/// What `followup` finds in the compliance's scope.
Verdict judge(const Compliance&);

}  // namespace lianxi
