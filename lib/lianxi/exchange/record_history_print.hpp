// The history of a record, for people and for scripts.
#pragma once
#include <string>
#include <string_view>

#include <lianxi/history/record_history.hpp>
#include <lianxi/rules/judge.hpp>

namespace lianxi LIANXI_EXPORT {

/// Each commit with its day, revision, author and subject, and below it what became of the record:
/// each field with its old and its new value. `title` is what people call the record; may be "".
std::string history_text(const RecordHistory&, std::string_view title, Language, bool color);

/// JSON; lianxi-json.5 documents it.
std::string history_json(const RecordHistory&, std::string_view book, const RecordFaults&);

}  // namespace lianxi
