// Findings as SARIF 2.1.0, which code scanning services and editors read.
#pragma once
#include <string_view>

#include <lianxi/exchange/text_output.hpp>
#include <lianxi/rules/judge.hpp>

namespace lianxi LIANXI_EXPORT {

/// A log of one run with every rule's description and the findings; messages are in the
/// language. Waived findings are there as suppressed ones.
/// `folder`: the book's from the top of the work tree, "" or with a slash at its end.
void findings_sarif(const Book&, const Verdict&, Language, std::string_view folder,
                    const TextOutput&);

}  // namespace lianxi
