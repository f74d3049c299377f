// Patterns of names, as shells have them.
#pragma once
#include <string_view>

namespace lianxi {

/// Whether the whole name is what the pattern describes: `*` stands for any text, `?` for one
/// character, `[a-z]`, `[!a-z]` and `[[:digit:]]` for one of a set, and after `\` a character
/// stands for itself. A byte that is not UTF-8 is a character of its own. Time is at most that of
/// the pattern's length times the name's.
bool matches_name(std::string_view name, std::string_view pattern);

}  // namespace lianxi
