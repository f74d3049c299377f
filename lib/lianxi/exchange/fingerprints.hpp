// Names of findings that stay the same from one run to the next, so that services that
// follow findings over time know which are new.
#pragma once
#include <string>
#include <vector>

#include <lianxi/base/finding.hpp>
#include <lianxi/base/source.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// One for each finding, no two alike. Made of the rule, the record and the text of the
/// line, so that a finding keeps its own when lines above it come and go. Equal ones are
/// numbered in their order.
std::vector<std::string> fingerprints(const Sources&, const Findings&);

/// The findings of a book that an earlier state of it did not have, by their fingerprints.
Findings findings_not_among(const Sources&, Findings, const Sources& earlier_sources,
                            const Findings& earlier);

}  // namespace lianxi
