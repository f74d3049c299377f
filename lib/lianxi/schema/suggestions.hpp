// The name or word that may have been meant.
#pragma once
#include <span>
#include <string_view>

#include <lianxi/schema/field.hpp>

namespace lianxi {

/// The nearest of the words, in the language of the one that was written; "" where none
/// is near.
std::string_view nearest_name(std::string_view word, std::span<const Word>);
Message did_you_mean(std::string_view near);

}  // namespace lianxi
