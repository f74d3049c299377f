// Random texts and lists in brackets, as YAML may write them.
#pragma once
#include <string>
#include <string_view>

#include "random_text.hpp"

namespace lianxi::fuzz {

class RandomScalars {
 protected:
  explicit RandomScalars(Dice& dice) : dice_(dice) {}

  /// What a careful hand does not do.
  bool slips(std::size_t one_in) { return !careful_ && dice_.one_in(one_in); }

  // Lines.

  void spaces(std::size_t count) { out_.append(count, ' '); }

  /// Further in than a column, but for slips.
  void indent(std::size_t column) {
    if (slips(40)) return spaces(dice_.below(column + 2));
    spaces(column + 1 + (dice_.one_in(3) ? dice_.below(4) : 1));
    if (slips(40)) out_ += '\t';
  }

  void comment_line(std::size_t column) {
    spaces(dice_.one_in(2) ? column : dice_.below(6));
    out_ += dice_.pick({"# c\n", "#\n", "# a: b\n", "#- 甲\n", "# 'x\n", "# \"\n", "# c\td\n"});
  }

  void empty_line() {
    if (dice_.one_in(3)) spaces(dice_.below(8));
    if (slips(40)) out_ += '\t';
    out_ += '\n';
  }

  /// The end of a line on which a value ended, and what may stand between values.
  void end_line(std::size_t column = 0) {
    if (dice_.one_in(10)) out_ += dice_.pick({" # c", "  # a: b", " #", " # \"", " #'[", "\t# c"});
    if (dice_.one_in(12)) out_ += dice_.pick({" ", "  ", "\t", " \t", "     "});
    out_ += '\n';
    if (dice_.one_in(12)) comment_line(column);
    if (dice_.one_in(12)) empty_line();
  }

  // Texts.

  /// A line break within a text, and the indentation of the line after it.
  void break_line(std::size_t column) {
    if (dice_.one_in(8)) out_ += dice_.pick({" ", "  ", "\t", " \t"});
    out_ += '\n';
    while (dice_.one_in(4)) empty_line();
    indent(column);
  }

  std::string_view word() {
    if (slips(40)) return dice_.pick(hard_words);
    if (careful_)
      return dice_.pick(
          {"a", "b c", "志愿", "text", "2017-09-20", "it's", "a:b", "，", "4,000.00"});
    return dice_.one_in(3) ? dice_.pick({"a", "b", "志愿", "text"}) : dice_.pick(words);
  }

  void plain(std::size_t column, bool lines, bool in_flow) {
    out_ += in_flow ? dice_.pick({"a", "甲", "-5", "b c", "14:00", "null", "x"}) : word();
    bool broken = false;
    for (auto left = dice_.below(lines ? 5 : 3) + lines; left > 0; --left) {
      if (lines && (!broken || dice_.one_in(2))) {
        break_line(column);
        if (dice_.one_in(30)) out_ += "# c\n", indent(column);
        broken = true;
      } else {
        out_ += dice_.one_in(8) ? dice_.pick({"  ", "", "   ", "\t"}) : " ";
      }
      out_ += word();
    }
  }

  void single_quoted(std::size_t column, bool lines) {
    out_ += '\'';
    for (auto left = dice_.below(lines ? 6 : 4); left > 0; --left) {
      if (dice_.one_in(5)) out_ += dice_.pick({"''", "''''", "\\", "\"", "# c", ": ", "- "});
      out_ += quoted_word('\'');
      if (left > 1 || dice_.one_in(6)) gap(column, lines);
    }
    if (!slips(80)) out_ += '\'';
  }

  void double_quoted(std::size_t column, bool lines) {
    out_ += '"';
    for (auto left = dice_.below(lines ? 6 : 4); left > 0; --left) {
      if (dice_.one_in(2)) out_ += random_escape(dice_);
      if (dice_.one_in(6)) out_ += dice_.pick({"'", "# c", ": ", "- ", "[", "}", "---"});
      out_ += quoted_word('"');
      if (dice_.one_in(4)) out_ += random_escape(dice_);
      if (lines && dice_.one_in(6)) out_ += '\\';
      if (left > 1 || dice_.one_in(6)) gap(column, lines);
    }
    if (!slips(80)) out_ += '"';
  }

  std::string quoted_word(char quote) {
    std::string text(word());
    if (slips(60)) return text;
    std::erase(text, quote);
    if (quote == '"') std::erase(text, '\\');
    return text;
  }

  void gap(std::size_t column, bool lines) {
    if (lines && dice_.one_in(2)) return break_line(column);
    if (!dice_.one_in(6)) out_ += dice_.one_in(10) ? dice_.pick({"  ", "\t", "   "}) : " ";
  }

  void block_text(char mark, std::size_t column) {
    out_ += mark;
    const auto inner = column + 1 + (dice_.one_in(3) ? dice_.below(4) : 1);
    const auto indentation = dice_.one_in(4) ? fmt::format("{}", inner - column) : std::string();
    const auto chomping = dice_.one_in(2) ? dice_.pick({"-", "+"}) : std::string_view();
    out_ += dice_.one_in(2) ? fmt::format("{}{}", indentation, chomping)
                            : fmt::format("{}{}", chomping, indentation);
    if (slips(20)) out_ += dice_.pick({" # c", " ", "#", "0", "\t", "x", "9", " #c"});
    out_ += '\n';
    while (dice_.one_in(6)) empty_line();
    for (auto left = dice_.below(5) + !dice_.one_in(20); left > 0; --left) block_line(inner);
    while (dice_.one_in(5)) empty_line();
    if (dice_.one_in(16)) comment_line(dice_.below(inner));
  }

  void block_line(std::size_t inner) {
    if (dice_.one_in(6)) return empty_line();
    spaces(slips(60) ? dice_.below(inner + 1) : inner);
    if (dice_.one_in(6)) out_ += dice_.pick({" ", "  ", "\t", "- ", "# ", "    "});
    for (auto left = 1 + dice_.below(3); left > 0; --left) {
      out_ += slips(8) ? dice_.pick(hard_words) : word();
      if (left > 1 || dice_.one_in(8)) out_ += ' ';
    }
    out_ += '\n';
  }

  // Between brackets.

  void flow(std::size_t column, bool lines, std::size_t depth) {
    const bool is_map = dice_.one_in(2);
    out_ += is_map ? '{' : '[';
    flow_gap(column, lines);
    for (auto left = dice_.below(4); left > 0; --left) {
      if (is_map || dice_.one_in(30)) flow_key(column);
      if (!is_map || !dice_.one_in(10)) flow_value(column, lines, depth);
      flow_gap(column, lines);
      if (left > 1 || dice_.one_in(8)) out_ += dice_.one_in(8) ? " ," : ",";
      if (left > 1) out_ += ' ';
      flow_gap(column, lines);
    }
    if (!slips(80)) out_ += is_map ? '}' : ']';
  }

  void flow_gap(std::size_t column, bool lines) {
    if (dice_.one_in(8)) out_ += ' ';
    if (!lines || !dice_.one_in(3)) return;
    if (dice_.one_in(6)) out_ += dice_.pick({" # c", "# c", " # [", " # \"x"});
    out_ += '\n';
    if (dice_.one_in(8)) comment_line(column);
    if (dice_.one_in(8)) empty_line();
    if (dice_.one_in(8))
      spaces(dice_.below(column + 1));
    else
      indent(column);
  }

  void flow_key(std::size_t column) {
    if (dice_.one_in(6))
      double_quoted(column, false);
    else if (dice_.one_in(6))
      single_quoted(column, false);
    else
      out_ += slips(3) ? dice_.pick(keys) : dice_.pick({"a", "b", "c d", "单位"});
    out_ += slips(12) ? dice_.pick({":", " :", " : ", ":  ", ""}) : ": ";
  }

  void flow_value(std::size_t column, bool lines, std::size_t depth) {
    switch (dice_.below(10)) {
      case 0:
        return double_quoted(column, lines);
      case 1:
        return single_quoted(column, lines);
      case 2:
        if (depth < 3) return flow(column, lines, depth + 1);
        break;
      case 3:
        if (careful_) break;
        out_ += dice_.pick({"~", "null", "Null", "", "&a b", "*a", "!t c", "|", "? a", "- b", "-"});
        return;
      default:
        break;
    }
    plain(column, lines && dice_.one_in(4), true);
  }

  Dice& dice_;
  std::string out_;
  bool careful_ = false;
};

}  // namespace lianxi::fuzz
