// The JSON Schema of a book's files, for editors and for other programs.
#pragma once
#include <string>

#include <lianxi/base/phrase.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// The JSON Schema (draft-07) of one document of a book's file, made from the field
/// table; titles, descriptions and messages are in that language. It accepts what the
/// reader accepts, as far as a schema can tell: not whether a day exists, a reference
/// leads anywhere or an id is unique.
std::string json_schema(Language);

}  // namespace LIANXI_EXPORT
