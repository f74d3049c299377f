// Names of findings that stay the same from one run to the next, so that services that
// follow findings over time know which are new.
#pragma once
#include <string>
#include <vector>

#include <lianxi/base/finding.hpp>
#include <lianxi/base/source.hpp>

namespace lianxi {

/// One for each finding, no two alike. Made of the rule, the record and the text of the
/// line, so that a finding keeps its own when lines above it come and go. Equal ones are
/// numbered in their order.
std::vector<std::string> fingerprints(const Sources&, const Findings&);

}  // namespace lianxi
