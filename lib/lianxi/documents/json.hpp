// Documents as data for other programs.
#pragma once
#include <string>

#include <lianxi/documents/document.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// The whole document as one JSON object: `language`, `title`, `preface`, `sections`,
/// `closing`, `provenance`. A block has a `type`, `paragraph`, `list` or `table`; texts are
/// plain, without escapes or styles. Keys do not depend on the language.
std::string to_json(const Document&);

}  // namespace lianxi
