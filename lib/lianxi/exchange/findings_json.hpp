// Findings and follow-up as JSON, the contract that scripts rely on.
#pragma once
#include <string>

#include <lianxi/followup/compliance.hpp>
#include <lianxi/reports/row_filter.hpp>
#include <lianxi/rules/judge.hpp>

namespace lianxi LIANXI_EXPORT {

/// The JSON of `validate`. Messages are in English whatever the language, so that the
/// same book gives the same bytes.
std::string validate_json(const Book&, const Verdict&);

/// The JSON of `followup`.
std::string followup_json(const Compliance&, const Verdict&, const RecordFaults& = {},
                          const RowFilter& = {});

}  // namespace lianxi
