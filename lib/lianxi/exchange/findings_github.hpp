// Findings as GitHub's workflow commands, which become annotations of a pull request.
#pragma once
#include <string>

#include <lianxi/rules/judge.hpp>

namespace lianxi LIANXI_EXPORT {

/// One line for each finding; waived ones are left out.
std::string findings_github(const Book&, const Verdict&, Language);

}  // namespace lianxi
