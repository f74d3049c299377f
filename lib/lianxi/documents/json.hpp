// Documents as data for other programs.
#pragma once
#include <optional>
#include <string>

#include <lianxi/documents/document.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// What a script has to know of the records before it relies on a document.
struct RecordMarks {
  int record_errors = 0;
  int unread = 0;  ///< Documents, records and values that could not be read.
};

/// The whole document as one JSON object: the marks where they are given, `language`, `title`,
/// `preface`, `sections`, `closing`, `provenance`. A block has a `type`, `paragraph`, `list` or
/// `table`; texts are plain, without escapes or styles. Keys do not depend on the language.
std::string to_json(const Document&, const std::optional<RecordMarks>& = {});

}  // namespace lianxi
