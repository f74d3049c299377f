// Marks and letters thrown together at random, after the beginning of some value: what no grammar
// would think of.
#pragma once
#include <string>
#include <string_view>

#include "dice.hpp"

namespace lianxi::fuzz {

/// Where the soup goes: what stands before it and after it, and the marks it is made of.
struct Bowl {
  std::string_view before, after, marks;
};

inline constexpr std::string_view soup_of_all = "aab :::-\n\n    ,[]{}#'\"\\|>?&*!~\t\r.";
inline constexpr std::string_view soup_of_quotes = "ab \n\n   \\\\nxu0041/\"'#:-\tt\r";
inline constexpr std::string_view soup_of_blocks = "ab \n\n\n     \t#-:\r";
inline constexpr std::string_view soup_of_brackets = "aab ::,,[]{}\n  #'\"?-~";
inline constexpr std::string_view soup_of_lines = "ab \n\n\n     #:-'\"\t\r,";

inline constexpr Bowl bowls[] = {
    {"", "\n", soup_of_all},
    {"a: ", "\nb: c\n", soup_of_all},
    {"a: b", "\nb: c\n", soup_of_lines},
    {"a:", "\nb: c\n", soup_of_lines},
    {"a:\n  ", "\nb: c\n", soup_of_lines},
    {"a:\n- b: c", "\nb: c\n", soup_of_lines},
    {"a:\n-", "\n- b\n", soup_of_lines},
    {"a:\n- ", "\n  b: c\n", soup_of_all},
    {"a: \"", "\"\nb: c\n", soup_of_quotes},
    {"a:\n - \"b", "\" \n", soup_of_quotes},
    {"a: [\"", "\"]\n", soup_of_quotes},
    {"\"a", "\": b\n", soup_of_quotes},
    {"a: '", "'\nb: c\n", soup_of_quotes},
    {"a: {b: '", "'}\n", soup_of_quotes},
    {"a: >", "\nb: c\n", "-+12 #\n\n  ab\t\r"},
    {"a: |", "\nb: c\n", "-+12 #\n\n  ab\t\r"},
    {"a: >\n  b", "\nb: c\n", soup_of_blocks},
    {"a: >-\n", "\n", soup_of_blocks},
    {"a:\n- b: >\n   ", "\n  c: d\n", soup_of_blocks},
    {"a: |\n  b", "\nb: c\n", soup_of_blocks},
    {"a: |+\n ", "", soup_of_blocks},
    {"a: [", "]\nb: c\n", soup_of_brackets},
    {"a: {", "}\nb: c\n", soup_of_brackets},
    {"a: [b,", "]\n", soup_of_brackets},
    {"a:\n- {b: c", "}\n- d\n", soup_of_brackets},
    {"a: [{b: c}, ", "\n ]\n", soup_of_brackets},
};

inline std::string random_soup(Dice& dice) {
  const Bowl& bowl = dice.pick(bowls);
  std::string text(bowl.before);
  for (auto left = 1 + dice.below(dice.one_in(3) ? 16 : 7); left > 0; --left)
    text += dice.pick(bowl.marks);
  if (!dice.one_in(6)) text += bowl.after;
  return text;
}

}  // namespace lianxi::fuzz
