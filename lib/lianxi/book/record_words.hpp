// The words for collections and parts in the names of records.
#pragma once
#include <string_view>

#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// The English word for a collection or a part, in whatever language it is written; the word
/// itself where it is neither.
std::string_view english_record_word(std::string_view);

}  // namespace lianxi
