// How a rule of `validate` is asked.
#pragma once
#include <lianxi/rules/rule.hpp>

namespace lianxi {

/// Adds what the rule finds. Where the records come to sums that cannot be counted, it finds just
/// that, beside what it found before: the other rules are still asked.
void check(const ValidateRule&, const ValidateCase&, Findings&);

}  // namespace lianxi
