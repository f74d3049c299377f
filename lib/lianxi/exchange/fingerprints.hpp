// Names of findings that stay the same from one run to the next, so that services that
// follow findings over time know which are new.
#pragma once
#include <cstdint>
#include <string>
#include <unordered_map>

#include <lianxi/base/finding.hpp>
#include <lianxi/base/source.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// Names findings that come in their order, no two alike. A name is made of the rule, the record
/// and the text of the line, so that a finding keeps its own when lines above it come and go.
/// Equal ones are numbered.
class Fingerprints {
 public:
  explicit Fingerprints(const Sources& sources) : sources_(sources) {}
  std::string next(const Finding&);

 private:
  const Sources& sources_;
  std::unordered_map<std::uint64_t, int> seen_;
};

/// The findings of a book that an earlier state of it did not have, by their fingerprints.
Findings findings_not_among(const Sources&, Findings, const Sources& earlier_sources,
                            const Findings& earlier);

}  // namespace lianxi
