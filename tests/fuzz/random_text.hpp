// Pieces of text for random YAML: what people write, and what YAML minds.
#pragma once
#include <fmt/format.h>
#include <string>
#include <string_view>

#include "dice.hpp"

namespace lianxi::fuzz {

inline constexpr std::string_view keys[] = {"a",
                                            "b",
                                            "id",
                                            "date",
                                            "会议",
                                            "甲",
                                            "name",
                                            "x-own",
                                            "a b",
                                            "note",
                                            "amount",
                                            "甲：乙",
                                            "ｋey",
                                            "a'b",
                                            "a\"b",
                                            "1",
                                            "a:b",
                                            "a#b",
                                            "null",
                                            "~",
                                            "nullable",
                                            "-x",
                                            "--",
                                            "<<",
                                            "true",
                                            "y",
                                            ".a",
                                            "...",
                                            "=",
                                            "a  b",
                                            "Null",
                                            "http://a",
                                            "a,b",
                                            "a]",
                                            "a[b",
                                            "é",
                                            "𠮷",
                                            "a%b",
                                            "a - b",
                                            "a\xC2\xA0"
                                            "b"};

/// Words that may stand anywhere in plain text between blanks.
inline constexpr std::string_view words[] = {"a",
                                             "b",
                                             "text",
                                             "甲",
                                             "志愿服务",
                                             "、",
                                             "。",
                                             "2017-09-20",
                                             "14:00",
                                             "4,000.00",
                                             "220余",
                                             "1",
                                             "-5",
                                             "0x1F",
                                             "1e3",
                                             "a:b",
                                             "a#b",
                                             "http://a.b/c?d=e#f",
                                             "x=y",
                                             "it's",
                                             "say\"no\"",
                                             "“乙”",
                                             "（丙）",
                                             "：",
                                             "，",
                                             "　",
                                             "－",
                                             "null",
                                             "~",
                                             "yes",
                                             "é",
                                             "𠮷",
                                             "😀",
                                             "\xC2\xA0",
                                             "\xC2\x85",
                                             "\xE2\x80\xA8",
                                             "\xEF\xBB\xBF",
                                             "a/b",
                                             "c\\d",
                                             "%",
                                             "100%",
                                             "a&b",
                                             "a*b",
                                             "a!",
                                             "a|b",
                                             "a>b",
                                             "--",
                                             "---",
                                             "...",
                                             "-",
                                             "+",
                                             ".",
                                             "@a",
                                             "a@b",
                                             "`c`",
                                             "a;b",
                                             "(d)",
                                             "$5",
                                             "^",
                                             "_",
                                             "<",
                                             "=",
                                             "a\tb",
                                             "?",
                                             "a?",
                                             "?a",
                                             ":a",
                                             "::",
                                             "=======",
                                             "甲:乙",
                                             "\\ud842\\udfb7",
                                             "\xE2\x80\xA9"};

/// Words that end plain text, or turn it into something else.
inline constexpr std::string_view hard_words[] = {
    "a:",     ":",  "#",  "# c",       "- b",     "[",   "]",     "{",      "}",    ",",    "a,",
    "'",      "\"", "&a", "*a",        "!t",      "|",   ">",     "\\",     "\t",   "a: b", "[c]",
    "{d}",    "?",  "%",  "@",         "`",       "a ",  "\\n",   "''",     "\"\"", "a: ",  ":b",
    "{e: f}", "a]", "b}", "<<<<<<< x", "=======", "'c'", "\"d\"", "\\uD83D"};

/// What may follow a backslash between double quotes.
inline constexpr std::string_view escapes[] = {"\\\"", "\\\\", "\\n", "\\t", "\\/", "\\r",
                                               "\\0",  "\\a",  "\\b", "\\v", "\\f", "\\e",
                                               "\\ ",  "\\N",  "\\_", "\\L", "\\P", "\\\t"};

/// Code points whose escapes are worth a look: ends of the lengths in UTF-8, halves of pairs, no
/// characters, too large ones.
inline constexpr std::uint32_t code_points[] = {
    0x00,    0x01,    0x09,    0x0A,     0x0D,     0x1B,       0x20,      0x22,   0x41,   0x7F,
    0x80,    0x85,    0xA0,    0xFF,     0x100,    0x7FF,      0x800,     0x2028, 0x4E2D, 0xD7FF,
    0xD800,  0xDBFF,  0xDC00,  0xDFFF,   0xE000,   0xFEFF,     0xFF1A,    0xFFFD, 0xFFFE, 0xFFFF,
    0x10000, 0x1F600, 0x20BB7, 0x10FFFF, 0x110000, 0x7FFFFFFF, 0xFFFFFFFF};

/// A pair of surrogates, or halves that make none.
inline std::string random_halves(Dice& dice) {
  const auto half = [&](std::uint32_t first) {
    const auto code = first + std::uint32_t(dice.below(0x400));
    return dice.one_in(2) ? fmt::format("\\u{:04X}", code) : fmt::format("\\u{:04x}", code);
  };
  constexpr std::uint32_t high = 0xD800, low = 0xDC00;
  if (!dice.one_in(12)) return half(high) + half(low);
  const std::string odd[] = {half(high),
                             half(low),
                             half(low) + half(high),
                             half(high) + half(high),
                             "\\" + half(high) + half(low),
                             half(high) + "\\" + half(low)};
  return dice.pick(odd);
}

/// An escape of a code point, in one of the three lengths, or cut short, or none at all.
inline std::string random_escape(Dice& dice) {
  const auto point = dice.pick(code_points);
  switch (dice.below(14)) {
    case 0:
    case 1:
      return fmt::format("\\x{:02x}", point & 0xFFU);
    case 2:
    case 3:
      return fmt::format("\\u{:04X}", point & 0xFFFFU);
    case 4:
      return fmt::format("\\U{:08x}", point);
    case 5:
      return random_halves(dice);
    case 6:
      if (dice.one_in(4))
        return std::string(dice.pick(
            {"\\x4", "\\u4E2", "\\U0001F60", "\\q", "\\'", "\\x4g", "\\u-041", "\\甲", "\\1"}));
      [[fallthrough]];
    default:
      return std::string(dice.one_in(3) ? dice.pick(escapes) : escapes[dice.below(5)]);
  }
}

}  // namespace lianxi::fuzz
