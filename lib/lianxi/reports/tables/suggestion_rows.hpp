// Suggestions with what became of them.
#pragma once
#include <string>

#include <lianxi/reports/report_case.hpp>

namespace lianxi {

struct Suggestion;

/// How it stands on the as-of day: open, or what was decided and when it was settled.
std::string outcome_text(const ReportCase&, const Suggestion&);
/// Whether it has an answer that was known on the as-of day.
bool is_answered(const ReportCase&, const Suggestion&);

}  // namespace lianxi
