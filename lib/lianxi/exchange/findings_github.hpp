// Findings as GitHub's workflow commands, which become annotations of a pull request.
#pragma once
#include <string>
#include <string_view>

#include <lianxi/rules/judge.hpp>

namespace lianxi LIANXI_EXPORT {

/// One line for each finding; waived ones are left out.
/// `folder`: the book's from the top of the work tree, "" or with a slash at its end.
std::string findings_github(const Book&, const Verdict&, Language, std::string_view folder = {});

}  // namespace lianxi
