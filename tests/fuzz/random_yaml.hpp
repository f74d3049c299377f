// Random YAML, grown from its grammar: whatever a hand, a sheet or a program may write, most of it
// valid, some of it just not.
#pragma once
#include <array>
#include <string>
#include <string_view>

#include "random_text.hpp"

namespace lianxi::fuzz {

/// The ways in which a value may be written.
enum class Form : std::uint8_t {
  nothing,
  plain,
  plain_lines,
  single_quoted,
  single_quoted_lines,
  double_quoted,
  double_quoted_lines,
  literal,
  folded,
  flow,
  flow_lines,
  below_its_key,
  map,
  list,
  odd,
  items,  ///< No value's form: records of which some have one of these,
  any,    ///< and a file of all of them, by a careful hand.
};
inline constexpr std::size_t forms = std::size_t(Form::any) + 1;
inline constexpr std::array<std::string_view, forms> form_names = {
    "left out or null",
    "plain text",
    "plain text of several lines",
    "single quotes",
    "single quotes of several lines",
    "double quotes",
    "double quotes of several lines",
    "literal text (|)",
    "folded text (>)",
    "list or mapping between brackets",
    "the same on several lines",
    "text below its key",
    "mapping in a block",
    "list in a block",
    "anchor, alias or tag",
    "records of which some have one of these",
    "all of these, by a careful hand",
};

class RandomYaml {
 public:
  explicit RandomYaml(Dice& dice) : dice_(dice) {}

  /// A file in which any form may stand anywhere.
  std::string file() {
    out_.clear();
    if (dice_.one_in(16)) out_ += byte_order_mark;
    for (std::size_t more = dice_.one_in(6) ? 1 + dice_.below(2) : 0;; --more) {
      document();
      if (more == 0) break;
      if (dice_.one_in(3)) out_ += "...\n";
      if (dice_.one_in(12)) out_ += byte_order_mark;
    }
    return with_line_breaks(std::move(out_));
  }

  /// A file whose one strange value has this form; all else is as plain as can be.
  std::string file_with(Form form) {
    out_.clear();
    if (form == Form::items) return records();
    if (form == Form::any) {
      careful_ = true;
      return file();
    }
    if (dice_.one_in(3)) out_ += dice_.pick({"x: y\n", "x:\n- y\n", "# x\n", "---\n", "x:\n"});
    depth_ = dice_.below(3);
    switch (dice_.below(4)) {
      case 0:
        out_ += "a:";
        value(form, 0);
        break;
      case 1:
        out_ += "甲:\n  - b: c\n    d:";
        value(form, 4);
        break;
      case 2:
        out_ += "a:\n- b\n-";
        value(form, 0);
        break;
      default:
        out_ += "a:\n- b:\n    c:";
        value(form, 4);
        if (dice_.one_in(2)) out_ += "    d: e\n";
        break;
    }
    if (!dice_.one_in(4)) out_ += dice_.pick({"g: h\n", "g: h", "# g\n", "\n\ng:\n- h\n", "...\n"});
    return with_line_breaks(std::move(out_));
  }

 private:
  static constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

  /// A file with a list or two of records, most of them plain.
  std::string records() {
    if (dice_.one_in(4)) out_ += dice_.pick({"---\n", "# x\n", "x: y\n", "\n", "x: []\n"});
    for (const std::string_view key : {"a", "会议", "b"}) {
      out_ += key;
      out_ += dice_.one_in(12) ? ": # c\n" : ":\n";
      const auto column = dice_.one_in(2) ? 0 : dice_.below(4);
      for (auto left = 1 + dice_.below(4); left > 0; --left) record(column);
      if (dice_.one_in(3)) break;
    }
    if (dice_.one_in(6))
      out_ += dice_.pick({"g: h\n", "# g\n", "...\n", "  g: h\n", "- a\n", "}\n"});
    if (dice_.one_in(8) && out_.ends_with('\n')) out_.pop_back();
    return with_line_breaks(std::move(out_));
  }

  /// An item of a list whose dashes stand in a column, with all that is below it.
  void record(std::size_t column) {
    const auto inner = column + 2;
    spaces(slips(60) ? dice_.below(column + 3) : column);
    if (dice_.one_in(12)) {
      out_ += '-';
      return value(Form(dice_.below(std::size_t(Form::items))), column);
    }
    out_ += dice_.one_in(16) ? "-\n" + std::string(inner, ' ') : "- ";
    const auto strange = dice_.one_in(3) ? dice_.below(3) : 3;
    for (std::size_t entry = 0, last = dice_.below(3); entry <= last; ++entry) {
      if (entry > 0) spaces(slips(80) ? dice_.below(inner + 3) : inner);
      if (entry == strange) return strange_entry(inner, entry == last);
      out_ += dice_.pick({"id: d1\n", "a: b c\n", "甲: 乙\n", "f: [a, b]\n", "n:\n", "k: 'v'\n"});
    }
  }

  void strange_entry(std::size_t column, bool is_last) {
    out_ += dice_.one_in(6) ? dice_.pick({"? a\n", "? a", "!t a", "&x a", "\"a\\x41\"", "a", "*x",
                                          "a b\n", "[a]", "- a\n"})
                            : "s";
    if (!out_.ends_with('\n')) out_ += ":";
    value(Form(dice_.below(std::size_t(Form::items))), column);
    if (is_last) return;
    spaces(column);
    out_ += "z: z\n";
  }

  /// What a careful hand does not do.
  bool slips(std::size_t one_in) { return !careful_ && dice_.one_in(one_in); }

  // Lines.

  /// A file has one kind of line break, but for some that have both.
  std::string with_line_breaks(std::string text) {
    if (!dice_.one_in(5)) return text;
    const std::size_t rarely = dice_.one_in(4) ? 4 : 1;
    std::string out;
    for (const char byte : text) {
      if (byte == '\n' && dice_.one_in(rarely)) out += '\r';
      out += byte;
    }
    if (slips(40)) out.insert(dice_.below(out.size() + 1), "\r");
    return out;
  }

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

  // Blocks.

  void document() {
    if (dice_.one_in(8)) comment_line(0);
    if (dice_.one_in(8)) empty_line();
    if (dice_.one_in(3)) out_ += dice_.pick({"---\n", "---\n", "--- \n", "--- # c\n", "---\t\n"});
    if (slips(40)) out_ += dice_.pick({"%YAML 1.2\n---\n", "--- a: b\n", "--- |\n x\n"});
    depth_ = 0;
    const auto column = dice_.one_in(10) ? dice_.below(3) : 0;
    if (slips(40)) return list(column);
    spaces(column);
    map(column);
    if (dice_.one_in(8) && out_.ends_with('\n')) out_.pop_back();
    if (!out_.ends_with('\n') && dice_.one_in(2)) out_ += '\n';
  }

  /// The entries of a mapping; its first line is indented already.
  void map(std::size_t column) {
    ++depth_;
    for (std::size_t left = 1 + dice_.below(depth_ > 2 ? 2 : 4); left > 0; --left) {
      key();
      out_ += dice_.one_in(20) ? " :" : ":";
      value(some_form(), column);
      if (left == 1) break;
      spaces(slips(60) ? dice_.below(column + 3) : column);
    }
    --depth_;
  }

  void list(std::size_t column) {
    ++depth_;
    for (std::size_t left = 1 + dice_.below(3); left > 0; --left) {
      spaces(slips(60) ? dice_.below(column + 3) : column);
      out_ += '-';
      value(some_form(), column);
    }
    --depth_;
  }

  Form some_form() {
    if (dice_.one_in(3)) return Form::plain;
    const auto form = Form(dice_.below(std::size_t(Form::items)));
    if (form == Form::odd && (careful_ || !dice_.one_in(6))) return Form::plain;
    return (form == Form::map || form == Form::list) && depth_ > 3 ? Form::nothing : form;
  }

  void key() {
    if (dice_.one_in(10)) return single_quoted(0, false);
    if (dice_.one_in(10)) return double_quoted(0, false);
    if (slips(60)) out_ += dice_.pick({"? ", "&a ", "!t ", "[a]", "{a: b}", "*a", "|", ": "});
    const bool usual = careful_ || dice_.one_in(2);
    out_ += usual ? dice_.pick({"a", "b", "id", "date", "会议"}) : dice_.pick(keys);
  }

  /// What follows the colon of a key, or the dash of an item, that stands in a column; with the
  /// end of its last line.
  void value(Form form, std::size_t column) {
    if (form == Form::map) return map_below(column);
    if (form == Form::list) return list_below(column);
    if (form == Form::below_its_key) return text_below(column);
    if (form == Form::nothing && dice_.one_in(2)) return end_line(column);
    out_ += slips(20) ? dice_.pick({"  ", "     ", "\t", " \t"}) : " ";
    if (form == Form::literal || form == Form::folded)
      return block_text(form == Form::literal ? '|' : '>', column);
    if (form == Form::odd) {
      out_ += dice_.pick(
          {"&a", "&b ", "*a", "!t ", "!", "! ", "!!str ", "&a !t ", "!!null", "@", "%x"});
      form = dice_.one_in(2) ? Form::plain : Form::nothing;
    }
    inline_value(form, column);
    end_line(column);
  }

  void inline_value(Form form, std::size_t column) {
    switch (form) {
      case Form::plain_lines:
        return plain(column, true, false);
      case Form::single_quoted:
      case Form::single_quoted_lines:
        return single_quoted(column, form == Form::single_quoted_lines);
      case Form::double_quoted:
      case Form::double_quoted_lines:
        return double_quoted(column, form == Form::double_quoted_lines);
      case Form::flow:
      case Form::flow_lines:
        return flow(column, form == Form::flow_lines, 0);
      case Form::nothing:
        out_ += careful_
                    ? dice_.pick({"~", "null", "''"})
                    : dice_.pick({"~", "null", "Null", "NULL", "", "''", "\"\"", "null ", "~ ~"});
        return;
      default:
        return plain(column, false, false);
    }
  }

  void map_below(std::size_t column) {
    const bool after_dash = out_.ends_with('-');
    if (after_dash && !dice_.one_in(5)) {
      const auto gap = dice_.one_in(4) ? 1 + dice_.below(4) : 1;
      spaces(gap);
      return map(column + 1 + gap);
    }
    end_line(column);
    const auto inner = column + 1 + (dice_.one_in(2) ? 1 : dice_.below(4));
    spaces(inner);
    map(inner);
  }

  void list_below(std::size_t column) {
    if (out_.ends_with('-') && dice_.one_in(2)) {
      // A list in a list, on the line of its dash.
      spaces(1);
      out_ += '-';
      ++depth_;
      value(depth_ > 4 ? Form::plain : some_form(), column + 2);
      --depth_;
      if (dice_.one_in(2)) list(column + 2);
      return;
    }
    end_line(column);
    list(column + (dice_.one_in(2) ? 0 : 1 + dice_.below(3)));
  }

  void text_below(std::size_t column) {
    end_line(column);
    indent(column);
    static constexpr Form below[] = {Form::plain,         Form::plain_lines, Form::double_quoted,
                                     Form::single_quoted, Form::flow,        Form::nothing};
    inline_value(dice_.pick(below), column);
    end_line(column);
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
  std::size_t depth_ = 0;
  bool careful_ = false;
};

}  // namespace lianxi::fuzz
