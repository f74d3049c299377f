// What a clerk is told when a document cannot be read.
#pragma once
#include <functional>
#include <optional>
#include <string>

#include <lianxi/base/finding.hpp>
#include <lianxi/yaml/document.hpp>

namespace lianxi {

/// Where yaml-cpp gave a document up, in bytes of it.
struct SyntaxStop {
  std::size_t last = 0;     ///< The last value that it understood.
  std::size_t stopped = 0;  ///< Where it could not go on.
  std::string reason = {};  ///< In its own words.
};

/// Reads a document and says where that stops, or nothing where it does not.
using TrialReading = std::function<std::optional<SyntaxStop>(std::string_view)>;

/// The finding for a document that yaml-cpp gave up. Where the cause is a known slip of
/// the hand, the finding stands at the slip: reading gets further once it is mended, which
/// is tried.
Finding syntax_fault(const DocumentText&, const SyntaxStop&, const TrialReading&);

/// The finding for lists and mappings nested deeper than the format allows.
Finding nesting_fault(Place at);

}  // namespace lianxi
