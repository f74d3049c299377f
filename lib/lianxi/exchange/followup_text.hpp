// Follow-up for a terminal: what is wrong first, by unit, then the reports.
#pragma once
#include <string>

#include <lianxi/exchange/findings_text.hpp>
#include <lianxi/followup/compliance.hpp>

namespace lianxi LIANXI_EXPORT {

std::string followup_text(const Compliance&, const Verdict&, const TextStyle&);

}  // namespace lianxi
