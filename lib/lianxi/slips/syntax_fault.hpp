// What a clerk is told when a document cannot be read.
#pragma once
#include <lianxi/base/finding.hpp>
#include <lianxi/yaml/document_reading.hpp>

namespace lianxi {

/// The findings for a document that could not be read to its end: one, but for each conflict
/// of git's one. Where the cause is a known
/// slip of the hand, the finding stands at the slip: reading gets further once it is mended,
/// which is tried.
Findings syntax_faults(const DocumentText&, const ReadingStop&);

/// The finding for a document whose value begins there and is no mapping.
Finding not_a_mapping(Place);

}  // namespace lianxi
