// Random YAML, grown from its grammar: whatever a hand, a sheet or a program may write, most of it
// valid, some of it just not.
#pragma once
#include <array>
#include <string>
#include <string_view>

#include "random_scalars.hpp"

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

class RandomYaml : RandomScalars {
 public:
  explicit RandomYaml(Dice& dice) : RandomScalars(dice) {}

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

  std::size_t depth_ = 0;  ///< How many mappings and lists are open.
};

}  // namespace lianxi::fuzz
