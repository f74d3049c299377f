// Findings as a code quality report of GitLab.
#pragma once
#include <string>

#include <lianxi/rules/judge.hpp>

namespace lianxi LIANXI_EXPORT {

/// A list of the findings; waived ones are left out.
std::string findings_gitlab(const Book&, const Verdict&, Language);

}  // namespace lianxi
