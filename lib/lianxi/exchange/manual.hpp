// The pages of the manual that follow from what is declared: rules and record format.
#pragma once
#include <string>
#include <string_view>

#include <lianxi/base/phrase.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// lianxi-rules(7), as mdoc: every rule with its severity, why it exists, and records
/// that break and keep it.
std::string rules_manual(Language);

/// lianxi-records(5), as mdoc: how values are written, and every collection and part with its
/// fields, under both their names; below each collection what `examples`, the text of a book,
/// has of it.
std::string records_manual(Language, std::string_view examples = {});

/// How each type of value is written, with all its spellings, for a terminal.
std::string values_text(Language);

/// The part of a book's text that holds that collection: from the line with its key, under either
/// name, to the next line that is not further in; "" where there is none.
std::string_view collection_in(std::string_view book, Bilingual name);

}  // namespace lianxi
