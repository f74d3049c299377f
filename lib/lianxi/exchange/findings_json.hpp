// Findings and follow-up as JSON, the contract that scripts rely on.
#pragma once
#include <lianxi/exchange/text_output.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/reports/row_filter.hpp>
#include <lianxi/rules/judge.hpp>

namespace lianxi LIANXI_EXPORT {

/// The JSON of `validate`. Messages are in English whatever the language, so that the
/// same book gives the same bytes.
void validate_json(const Book&, const Verdict&, const TextOutput&);

/// The JSON of `followup`.
void followup_json(const Compliance&, const Verdict&, const RecordFaults&, const RowFilter&,
                   const TextOutput&);

}  // namespace lianxi
