// Characters that show nothing of themselves: they hide words, or part what looks like one.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// Whether a character is a command to a terminal rather than a sign: tabulators and line breaks
/// are.
constexpr bool is_control(char32_t code) { return code < 0x20 || (code >= 0x7F && code < 0xA0); }

/// Whether a character is one that is passed over in print wherever it stands: marks of direction,
/// joiners, soft hyphens, fillers, variation selectors, tags, what Unicode keeps for more of them,
/// and what is no character at all.
bool is_ignorable(char32_t code);

/// Whether it shows or does something where it stands, behind `before` and in front of `after` (0
/// where there is nothing): a selector of the form of a Chinese character or an emoji, a joiner
/// within an emoji or within a script that is written with joiners, a mark of direction beside
/// letters that are written to the left.
bool belongs_there(char32_t code, char32_t before, char32_t after);

/// The first character of the text that is ignorable and does not belong where it stands, or that
/// controls a terminal.
std::optional<char32_t> invisible_character(std::string_view text);

/// Whether bytes that are UTF-8 may hold one, be it as an escape of YAML: a quick look that most
/// files fail.
bool may_hold_invisible(std::string_view bytes);

/// The text with each of them as \u{…}, all else as it is: control characters and line breaks, too.
std::string with_invisible_written_out(std::string_view text);

/// The text with control characters, but tabulators and line breaks, as \u{…}: for what may be
/// shown by a terminal as it is.
std::string with_controls_written_out(std::string_view text);

}  // namespace lianxi
