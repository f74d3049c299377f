// Messages in which whatever the records hold takes no more room than a reader has.
#pragma once
#include <string>
#include <string_view>

#include <lianxi/base/language.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// As many graphemes of the text from its start on, all of it where it has no more. A grapheme of
/// many code points counts as several.
std::string_view first_graphemes(std::string_view text, std::size_t most);

/// The message with each value in it, which stands in “…”, cut where it has more than 80
/// graphemes, and its length said; code in backquotes, and what stands in no quotes, may be longer.
/// Of what is cut the personal numbers are masked first, since half of one would not be seen to be
/// one.
Message shortened(Message message);
/// The same of a message in one language.
std::string shortened(std::string text, Language language);

}  // namespace lianxi
