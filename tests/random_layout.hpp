// Books of random records in random layouts: everything that YAML lets a hand do, whatever the
// program itself would write. It shares no code with what writes into books.
#pragma once
#include <algorithm>
#include <fmt/format.h>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <lianxi/book/folder.hpp>
#include <lianxi/book/record_sets.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi::test {

/// A value as it is to be written.
struct LooseValue {
  enum class Kind : std::uint8_t { scalar, list, map };
  Kind kind = Kind::scalar;
  std::string text = {};
  std::vector<std::string> keys = {};
  std::vector<LooseValue> items = {};
};

class RandomLayout {
 public:
  explicit RandomLayout(unsigned seed) : random_(seed) {}

  int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(random_); }
  bool one_in(int n) { return below(n) == 0; }
  template <class T>
  const T& pick(const std::vector<T>& all) {
    return all[std::size_t(below(int(all.size())))];
  }

  /// A text that a field of that type can read.
  std::string scalar(const ValueType& type) {
    using Kind = ValueType::Kind;
    switch (type.kind) {
      case Kind::date:
        return pick<std::string>({"2017-09-20", "2017/9/5", "2017年9月20日", "2016.1.1"});
      case Kind::time:
        return pick<std::string>({"14:00", "9:05"});
      case Kind::integer:
        return std::to_string(type.range->least + below(std::min(300, type.range->most)));
      case Kind::count:
        return pick<std::string>({"220", "1,600", "220余", "约5500", "1.2万", "0"});
      case Kind::quantity:
      case Kind::amount:
        return pick<std::string>({"4000", "4,000.00", "0.5"});
      case Kind::fraction:
        return pick<std::string>({"2/3", "50%"});
      case Kind::boolean:
        return pick<std::string>({"yes", "否", "true"});
      case Kind::choice: {
        const Word& word = type.words[std::size_t(below(int(type.words.size())))];
        return std::string(one_in(2) ? word.en : word.zh);
      }
      case Kind::id:
        return fresh_id();
      case Kind::ref:
        return reference(type.target);
      default:
        return text();
    }
  }

  /// A text that is nobody's name, so that no reference changes with it.
  std::string text() { return words() + fmt::format("{}", ++texts_); }

  std::string words() {
    return pick<std::string>({"国庆假期联合保障",
                              "a b",
                              "it's",
                              "say \"no\"",
                              "# not a comment",
                              "a # b",
                              "x: y",
                              "- dash",
                              "[a, b]",
                              "{a}",
                              "null",
                              "~",
                              "yes",
                              "007",
                              "1e3",
                              "a, b",
                              "tail:",
                              "“引号”",
                              "*star",
                              "&and",
                              "!bang",
                              "%per",
                              "@at",
                              "`tick`",
                              "？问",
                              "第一行\n第二行",
                              "一段\n\n- 列\n- 表",
                              "tab\there",
                              "a:b",
                              "http://x.cn/a?b=1#c",
                              "=1+1",
                              "—— 完 ——",
                              "很长的一段话，用来看折行的时候会不会出错；"
                              "很长的一段话，用来看折行的时候会不会出错。",
                              "'",
                              "\"",
                              "\\n",
                              "a\\b",
                              "｜",
                              "：",
                              "---",
                              "...",
                              "? q",
                              "> folded",
                              "| pipe"});
  }

  std::string fresh_id() {
    return pick<std::string>({"r", "t", "q-", "站", "编号"}) + std::to_string(++ids_);
  }

  LooseValue value(const ValueType& type, int depth) {
    using Kind = ValueType::Kind;
    if (type.kind == Kind::record) return record(*type.record, depth + 1);
    if (type.kind != Kind::list) return {.text = scalar(type)};
    LooseValue list{.kind = LooseValue::Kind::list};
    const int count = 1 + below(3);
    for (int i = 0; i < count; ++i) list.items.push_back(value(*type.element, depth + 1));
    return list;
  }

  LooseValue record(const RecordType& type, int depth) {
    LooseValue out{.kind = LooseValue::Kind::map};
    std::vector<const Field*> fields;
    for (const Field& field : type.fields) fields.push_back(&field);
    if (one_in(3)) std::ranges::shuffle(fields, random_);
    for (const Field* field : fields) {
      if (field->type->kind == ValueType::Kind::severities) continue;
      const bool deep = field->type->kind == ValueType::Kind::list ||
                        field->type->kind == ValueType::Kind::record;
      if (!field->required && !one_in(deep ? 2 + depth : 3)) continue;
      out.keys.emplace_back(one_in(2) ? field->en : field->zh);
      out.items.push_back(value(*field->type, depth));
      if (!field->required && one_in(8)) out.items.back() = {};  // a key with nothing behind it
    }
    if (one_in(6)) {
      out.keys.emplace_back("x-own");
      out.items.push_back({.text = text()});
    }
    return out;
  }

  /// The files of a book.
  std::vector<InputFile> book() {
    std::vector<InputFile> files;
    files.push_back({"alliance.yaml", file({"alliance"}), std::nullopt, false});
    for (int i = 0, n = 1 + below(3); i < n; ++i)
      files.push_back({fmt::format("b{}.yaml", i), file(some_collections()), std::nullopt, false});
    return files;
  }

 private:
  std::string reference(Target target) {
    switch (target) {
      case Target::resolution:
      case Target::topic:
        return "2017-q3/r1";
      case Target::task:
        return "2017/t1";
      default:
        return pick<std::string>({"甲", "乙", "r1", "2017-q3"});
    }
  }

  std::vector<std::string> some_collections() {
    std::vector<std::string> names;
    for (const Collection& collection : all_collections())
      if (collection.type->en != "alliance" && one_in(6)) names.emplace_back(collection.type->en);
    if (names.empty()) names.emplace_back("meetings");
    return names;
  }

  static const RecordType& type_of(std::string_view name) {
    for (const Collection& collection : all_collections())
      if (collection.type->en == name) return *collection.type;
    throw name;
  }

  std::string file(const std::vector<std::string>& collections) {
    out_.clear();
    offset_ = below(3);
    if (one_in(4)) comment(0);
    bool first = true;
    for (const std::string& name : collections) {
      if (!first && one_in(4)) out_ += one_in(2) ? "---\n" : "...\n---\n";
      first = false;
      const RecordType& type = type_of(name);
      out_ += one_in(2) ? type.en : type.zh;
      out_ += ":";
      if (name == "alliance") {
        entry_value(record(type, 0), 0, false);
        continue;
      }
      LooseValue list{.kind = LooseValue::Kind::list};
      for (int i = 0, n = 1 + below(4); i < n; ++i) list.items.push_back(record(type, 0));
      entry_value(list, 0, false);
    }
    if (one_in(5)) comment(0);
    if (one_in(6) && out_.ends_with('\n')) out_.pop_back();
    if (one_in(4)) out_ = with_carriage_returns(out_);
    if (one_in(6)) out_.insert(0, "\xEF\xBB\xBF");
    return out_;
  }

  static std::string with_carriage_returns(const std::string& text) {
    std::string out;
    for (const char c : text) {
      if (c == '\n') out += '\r';
      out += c;
    }
    return out;
  }

  void comment(int column) {
    out_ += std::string(std::size_t(column), ' ') + "# 备注：" +
            pick<std::string>({"note", "a: b", "- x", "'quote", "[", "\"x"}) + "\n";
  }

  void end_line() {
    if (one_in(8)) out_ += pick<std::string>({"  # c", " # a: b", "   # - [x"});
    out_ += "\n";
    if (one_in(25)) out_ += "\n";
  }

  static std::string spaces(int count) { return std::string(std::size_t(count), ' '); }

  /// What follows `key:` in a block mapping whose keys stand at that column.
  void entry_value(const LooseValue& value, int column, bool blank_is_null) {
    if (value.kind == LooseValue::Kind::scalar) {
      if (value.text.empty()) {
        out_ += blank_is_null || one_in(2) ? "" : pick<std::string>({" ~", " null", "   "});
        return end_line();
      }
      out_ += spaces(1 + (one_in(6) ? 2 : 0));
      return block_scalar(value.text, column);
    }
    if (one_in(4) && is_short(value)) {
      out_ += " ";
      flow(value, column);
      return end_line();
    }
    end_line();
    if (value.kind == LooseValue::Kind::map) return block_map(value, column + 1 + below(4), false);
    block_list(value, column + offset_);
  }

  static bool is_short(const LooseValue& value) {
    if (value.items.empty()) return true;
    std::size_t size = 0;
    for (const LooseValue& item : value.items) {
      if (item.text.find('\n') != item.text.npos || !is_short(item)) return false;
      size += item.items.size() + 1;
    }
    return size < 12;
  }

  void block_map(const LooseValue& map, int column, bool inline_first) {
    for (std::size_t i = 0; i < map.keys.size(); ++i) {
      if (i > 0 || !inline_first) {
        if (one_in(15)) comment(column);
        out_ += spaces(column);
      }
      out_ += one_in(10) ? fmt::format("\"{}\":", map.keys[i])
                         : map.keys[i] + (one_in(12) ? " :" : ":");
      entry_value(map.items[i], column, false);
    }
    if (map.keys.empty()) out_ += spaces(inline_first ? 0 : column) + "{}\n";
  }

  void block_list(const LooseValue& list, int column) {
    const int gap = one_in(5) ? 3 : 1;
    for (const LooseValue& item : list.items) {
      if (one_in(12)) comment(column);
      out_ += spaces(column) + "-" + spaces(gap);
      if (item.kind == LooseValue::Kind::map && !item.keys.empty() &&
          !(one_in(5) && is_short(item))) {
        block_map(item, column + 1 + gap, true);
      } else if (item.kind == LooseValue::Kind::scalar) {
        block_scalar(item.text, column);
      } else {
        flow(item, column);
        end_line();
      }
    }
  }

  static bool is_plain(const std::string& text, bool in_flow) {
    if (text.empty() || text == "~" || text == "null" || text == "---" || text == "...")
      return false;
    if (std::string_view("-?:,[]{}#&*!|>'\"%@`=").find(text[0]) != std::string_view::npos)
      return false;
    if (text.find_first_of("\n\t") != text.npos || text.ends_with(":")) return false;
    if (text.find(": ") != text.npos || text.find(" #") != text.npos) return false;
    return !in_flow || text.find_first_of(",[]{}:?#") == text.npos;
  }

  std::string quoted(const std::string& text) {
    if (text.find_first_of("\n\t\\") == text.npos && one_in(2)) {
      std::string out = "'";
      for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
      return out + "'";
    }
    std::string out = "\"";
    for (const char c : text) {
      if (c == '"' || c == '\\') out += '\\';
      if (c == '\n')
        out += "\\n";
      else if (c == '\t')
        out += "\\t";
      else
        out += c;
    }
    return out + "\"";
  }

  /// A scalar in a block, with its line's end; `column` is that of what it is the value of.
  void block_scalar(const std::string& text, int column) {
    const bool lines = text.find('\n') != text.npos;
    if (lines && text.find('\t') == text.npos && !one_in(3)) {
      const int inner = column + 1 + below(4);
      out_ += pick<std::string>({"|", "|-", "|+"});
      out_ += one_in(6) ? " # c\n" : "\n";
      for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        if (end > at) out_ += spaces(inner) + text.substr(at, end - at);
        out_ += "\n";
        at = end + 1;
      }
      return;
    }
    const auto comma = text.find("；");
    if (comma != text.npos && comma + 3 < text.size() && one_in(2)) {
      // Folded over two lines: YAML joins them with a space.
      const int inner = column + 1 + below(4);
      const std::string quote = one_in(2) ? "\"" : "";
      out_ +=
          quote + text.substr(0, comma + 3) + "\n" + spaces(inner) + text.substr(comma + 3) + quote;
      return end_line();
    }
    out_ += is_plain(text, false) && !one_in(5) ? text : quoted(text);
    end_line();
  }

  void flow(const LooseValue& value, int column) {
    if (value.kind == LooseValue::Kind::scalar) {
      out_ += value.text.empty()
                  ? "~"
                  : (is_plain(value.text, true) && !one_in(5) ? value.text : quoted(value.text));
      return;
    }
    const bool map = value.kind == LooseValue::Kind::map;
    const bool broken = one_in(4);
    out_ += map ? '{' : '[';
    if (one_in(5)) out_ += " ";
    for (std::size_t i = 0; i < value.items.size(); ++i) {
      if (i > 0) out_ += one_in(8) ? " , " : ", ";
      if (broken && i > 0) out_ += (one_in(4) ? "# c, d\n" : "\n") + spaces(column + 2 + below(4));
      if (map) out_ += value.keys[i] + ": ";
      flow(value.items[i], column);
    }
    if (one_in(6)) out_ += " ";
    out_ += map ? '}' : ']';
  }

  std::mt19937 random_;
  std::string out_;
  int offset_ = 2, ids_ = 0, texts_ = 0;
};

}  // namespace lianxi::test
