// Slips of the hand.
#pragma once
#include <algorithm>
#include <string>
#include <string_view>

#include "random_text.hpp"

namespace lianxi::fuzz {

/// Changes files as slips of the hand do, and worse.
class Mutator {
 public:
  explicit Mutator(Dice& dice) : dice_(dice) {}

  /// A file with a few changes, in some of which lines of another take part.
  std::string mutate(std::string bytes, const std::string& other) {
    for (std::size_t changes = 1 + below(4); changes > 0; --changes) change(bytes, other);
    return bytes;
  }

 private:
  static constexpr std::string_view pieces[] = {" ",        "  ",          "\t",
                                                "\n",       "\r",          "\r\n",
                                                "\n\n",     "-",           "- ",
                                                "- - ",     "\n- ",        ":",
                                                ": ",       ":\n",         " :",
                                                ",",        ", ",          "[",
                                                "]",        "[]",          "{",
                                                "}",        "{}",          "{a: 1}",
                                                "[a, b]",   "#",           " #",
                                                " # c",     "\n#\n",       "|",
                                                "|-",       "|+",          "|2",
                                                ">",        ">-",          "'",
                                                "''",       "\"",          "\\",
                                                "\\n",      "\"a\"",       "'a'",
                                                "&a ",      "*a",          "!",
                                                "!!str ",   "%",           "@",
                                                "`",        "?",           "? ",
                                                "~",        "null",        "Null",
                                                "NULL",     "nullx",       "---",
                                                "---\n",    "...",         "\n...\n",
                                                "--- ",     "<<: ",        "~end",
                                                "a: ",      "a:\n",        "\na: 1\n",
                                                "：",       "，",          "　",
                                                "“甲”",     "－",          "甲: 乙",
                                                "。",       "\xC2\xA0",    "\xEF\xBB\xBF",
                                                "\xC2\x85", "𠮷",          "é",
                                                "0",        "-5",          "|\n",
                                                "|\n  x\n", "|-\n    x\n", ".",
                                                "=",        "$",           "\n  ",
                                                "\n    ",   ", b",         "b: ",
                                                "\"a\": ",  "'b': ",       "\\\"",
                                                "\\\\",     "\\u4E2D",     "\\x41",
                                                "\\\n",     ">\n",         ">+\n",
                                                ">2-",      "|1",          "\n\n  ",
                                                "  \n",     "\t\n",        ",\n",
                                                "[\n",      "]\n",         "{\n  ",
                                                "\n#",      "- >\n  ",     ": >-\n    x\n"};

  std::size_t below(std::size_t bound) { return dice_.below(bound); }

  /// The start of a line and the start of the next.
  struct Line {
    std::size_t start, end;
  };
  Line some_line(const std::string& bytes) {
    const auto at = below(bytes.size() + 1);
    const auto before = at == 0 ? std::string::npos : bytes.rfind('\n', at - 1);
    const auto after = bytes.find('\n', at);
    return {before == std::string::npos ? 0 : before + 1,
            after == std::string::npos ? bytes.size() : after + 1};
  }

  void change(std::string& bytes, const std::string& other) {
    const auto line = some_line(bytes);
    const auto text = bytes.substr(line.start, line.end - line.start);
    const auto piece = some_piece();
    switch (below(10)) {
      case 0:
        bytes.erase(line.start, text.size());
        break;
      case 1:
        bytes.insert(some_line(bytes).start, text);
        break;
      case 2:
        bytes.insert(line.start, 1 + below(3), ' ');
        break;
      case 3:
        bytes.erase(line.start, std::min(text.find_first_not_of(' '), 1 + below(3)));
        break;
      case 4:
        splice(bytes, other);
        break;
      case 5:
        erase_some(bytes);
        break;
      case 6:
        bytes.insert(line.end - (text.ends_with('\n') ? 1 : 0), piece);
        break;
      case 7:
        bytes.insert(after_some_mark(bytes), piece);
        break;
      case 8:
        bytes.insert(line.start, piece);
        break;
      default:
        bytes.insert(below(bytes.size() + 1), piece);
        break;
    }
  }

  std::string some_piece() {
    return dice_.one_in(60) ? random_halves(dice_) : std::string(dice_.pick(pieces));
  }

  std::size_t after_some_mark(const std::string& bytes) {
    const auto mark = bytes.find_first_of(":-[]{},'\"#|", below(bytes.size() + 1));
    return mark == std::string::npos ? bytes.size()
                                     : mark + below(3) / 2 + (mark + 1 < bytes.size());
  }

  void erase_some(std::string& bytes) {
    const auto at = below(bytes.size() + 1);
    bytes.erase(at, 1 + below(4));
  }

  /// Lines of another file in place of some here.
  void splice(std::string& bytes, const std::string& other) {
    const auto here = some_line(bytes), from = some_line(other);
    const auto size = std::min<std::size_t>(other.size() - from.start, 1 + below(120));
    bytes.replace(here.start, below(2) * (here.end - here.start), other.substr(from.start, size));
  }

  Dice& dice_;
};

}  // namespace lianxi::fuzz
