// Holds the plain reader against yaml-cpp: the same bytes through both, what comes out
// written down, and the two papers compared. Shared by a test and a fuzzer.
#pragma once
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <fmt/format.h>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <lianxi/yaml/document_reading.hpp>
#include <lianxi/yaml/encoding.hpp>
#include <lianxi/yaml/plain_reader.hpp>

namespace lianxi::plain_reader_check {

/// Writes down all that a document holds: kinds, texts, styles, places, order.
class Recorder : public DocumentSink {
 public:
  explicit Recorder(Place start) : start_(start) {}

  void restart() override { paper_.clear(); }
  void collection(const Node& key) override { write("collection", key, 0); }
  void item(const Node& item) override { write("item", item, 1); }
  void list_end(Place at, bool had_items) override {
    fmt::format_to(out(), "list @{}{}\n", offset(at), had_items ? "" : " without items");
  }
  void value(const Node& value) override { write("value", value, 1); }
  void not_a_mapping(const Node& root) override { write("not a mapping", root, 0); }

  const std::string& paper() const { return paper_; }

 private:
  std::back_insert_iterator<std::string> out() { return std::back_inserter(paper_); }

  std::uint32_t offset(Place at) const { return std::uint32_t(at) - std::uint32_t(start_); }

  void write(std::string_view what, const Node& node, std::size_t depth) {
    static constexpr std::array kinds = {"null", "scalar", "list", "map", "refused"};
    static constexpr std::array styles = {"plain", "quoted", "block"};
    fmt::format_to(out(), "{:{}}{} @{} {}", "", 2 * depth, what, offset(node.at),
                   kinds[std::size_t(node.kind)]);
    if (node.kind == Node::Kind::scalar)
      fmt::format_to(out(), " {} <{}>", styles[std::size_t(node.style)], node.text);
    if (node.oddity != Oddity::none) fmt::format_to(out(), " odd {}", int(node.oddity));
    paper_ += '\n';
    for (const Node& child : node) {
      if (child.key) write("key", *child.key, depth + 1);
      write(child.key ? "of it" : "item", child, depth + 1);
    }
  }

  Place start_;
  std::string paper_;
};

/// What became of one document.
struct Verdict {
  bool plain = false;      ///< Whether the plain reader took it.
  bool valid = false;      ///< Whether yaml-cpp did; only asked where the plain reader took it.
  std::string difference;  ///< Both papers where they are not the same.
};

inline Verdict compare(const DocumentText& document) {
  Verdict verdict;
  Recorder plain(document.start);
  {
    Arena scratch, kept;
    TreeBuilder builder(scratch, plain);
    verdict.plain = read_plain(document, kept, builder);
  }
  if (!verdict.plain) return verdict;
  Recorder full(document.start);
  Arena keep;
  const auto stop = read_with_yaml_cpp(document, keep, full);
  verdict.valid = !stop;
  if (verdict.valid && plain.paper() == full.paper()) return verdict;
  const auto fault = stop ? stop->reason + "\n" : std::string();
  verdict.difference =
      fmt::format("--- document\n{}\n--- plain reader\n{}--- yaml-cpp{}\n{}{}", document.bytes,
                  plain.paper(), verdict.valid ? "" : " refuses it", fault, full.paper());
  return verdict;
}

/// What became of many files.
struct Tally {
  std::size_t documents = 0, plain = 0, differences = 0;
  std::string first_difference;

  void add(const DocumentText& document) {
    auto verdict = compare(document);
    ++documents;
    plain += verdict.plain;
    if (verdict.difference.empty()) return;
    if (differences++ == 0) first_difference = std::move(verdict.difference);
  }

  /// Compares the readers on each document of a file, if its bytes are text.
  void add_file(std::string bytes) {
    Sources sources;
    if (!sources.add("fuzz.yaml", std::move(bytes)) || encoding_fault(sources[0])) return;
    for (const DocumentText& document : split_documents(sources[0])) add(document);
  }
};

/// Changes files as slips of the hand do, and worse. The same seed gives the same
/// changes on any machine.
class Mutator {
 public:
  explicit Mutator(std::uint64_t seed) : random_(seed) {}

  /// One of the files with a few changes.
  std::string mutate(const std::vector<std::string>& files) {
    std::string bytes = pick(files);
    for (std::size_t changes = 1 + below(4); changes > 0; --changes) change(bytes, files);
    return bytes;
  }

 private:
  static constexpr std::string_view pieces[] = {
      " ",        "  ",       "\t",          "\n",       "\r",
      "\r\n",     "\n\n",     "-",           "- ",       "- - ",
      "\n- ",     ":",        ": ",          ":\n",      " :",
      ",",        ", ",       "[",           "]",        "[]",
      "{",        "}",        "{}",          "{a: 1}",   "[a, b]",
      "#",        " #",       " # c",        "\n#\n",    "|",
      "|-",       "|+",       "|2",          ">",        ">-",
      "'",        "''",       "\"",          "\\",       "\\n",
      "\"a\"",    "'a'",      "&a ",         "*a",       "!",
      "!!str ",   "%",        "@",           "`",        "?",
      "? ",       "~",        "null",        "Null",     "NULL",
      "nullx",    "---",      "---\n",       "...",      "\n...\n",
      "--- ",     "<<: ",     "~end",        "a: ",      "a:\n",
      "\na: 1\n", "：",       "，",          "　",       "“甲”",
      "－",       "甲: 乙",   "。",          "\xC2\xA0", "\xEF\xBB\xBF",
      "\xC2\x85", "𠮷",       "é",           "0",        "-5",
      "|\n",      "|\n  x\n", "|-\n    x\n", ".",        "=",
      "$",        "\n  ",     "\n    ",      ", b",      "b: ",
      "\"a\": ",  "'b': "};

  std::size_t below(std::size_t bound) { return std::size_t(random_() % bound); }

  const std::string& pick(const std::vector<std::string>& files) {
    return files[below(files.size())];
  }

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

  void change(std::string& bytes, const std::vector<std::string>& files) {
    const auto line = some_line(bytes);
    const auto text = bytes.substr(line.start, line.end - line.start);
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
        splice(bytes, pick(files));
        break;
      case 5:
        erase_some(bytes);
        break;
      case 6:
        bytes.insert(line.end - (text.ends_with('\n') ? 1 : 0), some_piece());
        break;
      case 7:
        bytes.insert(after_some_mark(bytes), some_piece());
        break;
      case 8:
        bytes.insert(line.start, some_piece());
        break;
      default:
        bytes.insert(below(bytes.size() + 1), some_piece());
        break;
    }
  }

  std::string_view some_piece() { return pieces[below(std::size(pieces))]; }

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

  std::mt19937_64 random_;
};

/// Files of many shapes to begin with.
inline constexpr std::string_view seeds[] = {
    R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    time: 14:00
    topics:
      - id: t1
        title: 春运：志愿服务 # 议题
        by: 团区委
      - {id: t2, title: "a, b", stances: [{unit: x, stance: support}]}
    attendance: {present: [甲, '乙', {unit: 丙, person: x y}], leave: []}
    record: ~
)",
    R"(---
# 捐赠
donations:
- id: d-1
  amount: 4,000.00
  date: 2017-9-1

- id: d-2
  goods:
  - item: 水
    quantity: 220余
    uom: "箱"
  - item: 'x'
    value:
  purpose: null
-
-
  id: d3
funds: []
units:
...
grants: {}
)",
    R"(alliance:
  name: 南京南站 党建联盟
  policy: {interval: quarter, quorum: 2/3}
  ignore: [a/*.yaml, b]
  note: |
    one line

      two: "#

   # c
  office: |-
      deep

联盟: "x"
none: Null
list:
    -   a: 1
        b: -5
    -   -x
    - y:z
)",
    R"(ｋey: 1
"quoted key": 'text # not a comment'
url: http://a.b/c#d?e=f
q: "[x]: {y}"
flow: [14:00, a#b, -5, http://x, x - y, a'b"c, {k: {l: [m]}, 'n': ""}]
end:   # c
)",   "\r\na:\r\n  - b: 1\r\n    c: \"d\"\r\n  -\r\n    e: ~\r\n# f\r\n\r\ng: [h, i]\r\n",
    R"( a: 1
 b:
   c:
     d:
       - e
       - f: g
         h:
         - i
   j: k
 l: m)",
    R"(a:
  b:
    c:
d:
- e:
- f
-
- ~
- null
- Null
- nullx
g: |
  ~
h:
)",
    R"(a:
  b:
    c:
NULL: x
~: y
null: z
? q
: !t &u >-
  w

  x
:y: *u
)",
};

inline std::vector<std::string> seed_files() { return {std::begin(seeds), std::end(seeds)}; }

}  // namespace lianxi::plain_reader_check
