// The signs that a Chinese input method gives where YAML needs others.
#pragma once
#include <array>
#include <string_view>

namespace lianxi {

struct Twin {
  std::string_view wide, ascii;
};

inline constexpr std::string_view wide_colon = "：", wide_comma = "，", listing_comma = "、";
inline constexpr std::array<std::string_view, 2> wide_spaces = {"\u3000", "\u00A0"};
inline constexpr std::array<std::string_view, 4> wide_hyphens = {"－", "—", "–", "−"};
/// Brackets; each of the closers closes the opener of the same number.
inline constexpr std::array<Twin, 3> openers = {{{"［", "["}, {"｛", "{"}, {"【", "["}}};
inline constexpr std::array<Twin, 3> closers = {{{"］", "]"}, {"｝", "}"}, {"】", "]"}}};

struct Quotes {
  std::string_view open, close, ascii;
};
inline constexpr std::array<Quotes, 5> wide_quotes = {
    {{"“", "”", "\""}, {"＂", "＂", "\""}, {"「", "」", "\""}, {"‘", "’", "'"}, {"＇", "＇", "'"}}};

/// Whether a text could be the name of a field: short, and none of the signs that a
/// sentence has.
bool is_like_key(std::string_view);

}  // namespace lianxi
