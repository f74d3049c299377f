// Findings as a code quality report of GitLab.
#pragma once
#include <string_view>

#include <lianxi/exchange/text_output.hpp>
#include <lianxi/rules/judge.hpp>

namespace lianxi LIANXI_EXPORT {

/// A list of the findings; waived ones are left out.
/// `folder`: the book's from the top of the work tree, "" or with a slash at its end.
void findings_gitlab(const Book&, const Verdict&, Language, std::string_view folder,
                     const TextOutput&);

}  // namespace lianxi
