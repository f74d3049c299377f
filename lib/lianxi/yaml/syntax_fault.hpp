// What a clerk is told when a document cannot be read.
#pragma once
#include <lianxi/base/finding.hpp>
#include <lianxi/yaml/document.hpp>

namespace lianxi {

/// The finding for a document that yaml-cpp gave up: at `stopped` (a byte of the
/// document), after the last value it understood at `last`, with its reason.
/// Where the cause is a known slip of the hand, the finding stands at the slip.
Finding syntax_fault(const DocumentText&, std::size_t last, std::size_t stopped,
                     std::string_view reason);

/// The finding for lists and mappings nested deeper than the format allows.
Finding nesting_fault(Place at);

}  // namespace lianxi
