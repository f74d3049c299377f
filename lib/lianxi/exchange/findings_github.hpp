// Findings as GitHub's workflow commands, which become annotations of a pull request.
#pragma once
#include <string_view>

#include <lianxi/exchange/text_output.hpp>
#include <lianxi/rules/judge.hpp>

namespace lianxi LIANXI_EXPORT {

/// One line for each finding; waived ones are left out.
/// `folder`: the book's from the top of the work tree, "" or with a slash at its end.
void findings_github(const Book&, const Verdict&, Language, std::string_view folder,
                     const TextOutput&);

}  // namespace lianxi
