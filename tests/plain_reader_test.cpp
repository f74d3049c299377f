// What the plain reader takes on and what it leaves to yaml-cpp, and that the two agree.
#include <doctest/doctest.h>

#include "fuzz/inputs.hpp"
#include "plain_reader_comparison.hpp"

namespace plain_reader_test {

namespace {

using lianxi::Place;
using lianxi::plain_reader_check::compare;
using lianxi::plain_reader_check::Tally;

/// As in the midst of a file: other bytes stand before and after.
void check_readings(const std::vector<std::string>& documents, bool read_plainly) {
  for (const std::string& bytes : documents) {
    CAPTURE(bytes);
    const auto file = "# before\n...\n" + bytes;
    const auto verdict = compare({std::string_view(file).substr(13), Place(14)});
    CHECK_MESSAGE(verdict.difference.empty(), verdict.difference);
    CHECK(verdict.plain == read_plainly);
  }
}

void check_plain(const std::vector<std::string>& documents) { check_readings(documents, true); }
void check_given_up(const std::vector<std::string>& documents) { check_readings(documents, false); }

/// Counts what a document is made of, and how often it was read anew.
struct Counting : lianxi::DocumentSink {
  int items = 0, restarts = 0;
  void restart() override {
    ++restarts;
    items = 0;
  }
  void collection(const lianxi::Node&) override {}
  void item(const lianxi::Node&) override { ++items; }
  void list_end(Place, bool) override {}
  void value(const lianxi::Node&) override {}
  void not_a_mapping(const lianxi::Node&) override {}
};

/// How often a document of three items had to be read anew.
int restarts(const std::string& bytes) {
  Counting sink;
  lianxi::Arena keep;
  CHECK_FALSE(lianxi::read_document({bytes, Place(1)}, keep, sink));
  CHECK(sink.items == 3);
  return sink.restarts;
}

/// `a: [[[…]]]` with `depth` lists and mappings, the root counted.
std::string nested(std::size_t depth) {
  return "a: " + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "\n";
}

}  // namespace

TEST_CASE("mappings and lists in blocks are read plainly") {
  check_plain({
      "a: b\n",
      "a: b",
      "a: b\nc: d\n\ne:\n  f: g\n",
      "  a: b\n  c: d\n",
      "a:\n- b\n- c\nd: e\n",
      "a:\n  - b\n  - c\nd: e\n",
      "a:\n    b:\n        c: d\n    e: f\n",
      "a:\n- b: c\n  d: e\n-   f: g\n    h: i\n",
      "a:\n- b:\n  - c\n  d:\n    - e\n- f\n",
      "a:\n-\n  b: c\n-\n    d: e\n",
      "---\na: b\n",
      "# c\n\n---  \n# d\na: b\n",
  });
}

TEST_CASE("comments, blank lines and CRLF are read plainly") {
  check_plain({
      "# x\na: b # y\n  # z\nc: # w\n  d: e\n",
      "a:\n- b # x\n# y\n- # z\n  c: d\n",
      "a: b#c\n",
      "a: \"b\" # c\td\n",
      "\n\na: b\n   \n\nc: d\n  ",
      "a: b\r\n\r\n# x\r\nc:\r\n  - d\r\n  - \"e\"  \r\n",
      "---\r\na: [b]\r\n",
  });
}

TEST_CASE("plain and quoted texts on one line are read plainly") {
  check_plain({
      "a: b c  \n",
      "a: b:c http://d?e=f,[g]{h}&i*j!k|l>m'n\"o%p@q`\n",
      "a: -5\nb: -x\nc: 14:00\nd: 2017-09-20\n",
      "a:\n- -1\n- --\n",
      "a b: c\na  : d\n",
      "a: \"b # c: 'd' [e]\"\nf: 'g \"h\" \\n'\ni: \"\"\nj: ''\n",
      "\"a\": b\n'c': d\n",
      "a: \"b\tc\"\n",
      "会议：名: 甲，乙：“丙” 、－　丁\n",
      "\xEF\xBC\xA1: \xC2\x85\xC2\xA0x\n",
      "<<: a\n= : b\n",
  });
}

TEST_CASE("values that are left out or null are read plainly") {
  check_plain({
      "a:\n",
      "a:",
      "a:\nb:\n",
      "a:   \nb: # c\n",
      "a:\n  b:\nc:\n",
      "a:\n-\n-\nb: c\n",
      "a:\n- b:\n- c\n-\n",
      "a: ~\nb: null\nc: Null\nd: NULL\ne: nullx\nf: ~x\n",
      "a: [~, null, NULL, 'null']\nb: {c: ~, d: null}\n",
      "a: \"null\"\nb: '~'\n",
      "a:\n- ~\n- null # x\n",
  });
}

TEST_CASE("lists and mappings between brackets on one line are read plainly") {
  check_plain({
      "a: []\nb: {}\nc: [ ]\nd: { }\n",
      "a: [b, c d,e , \"f, g\", 'h]']\n",
      "a: {b: c, d: \"e\", 'f': g h, \"i\": [j, {k: l}]} # m\n",
      "a:\n- [b, c]\n- {d: e}\n- [[f], [{g: h}]]\n",
      "a: [14:00, http://b, c#d, -5, e - f, 甲：乙]\n",
      "a: {served: 1,200余: 3}\n",
      nested(16),
  });
}

TEST_CASE("literal texts are read plainly") {
  check_plain({
      "a: |\n  b: c # d\ne: f\n",
      "a: |-\n   b\n",
      "a:\n- |\n b\n- c: |\n     d  \n\n\n# e\n",
      "a: |  \n  - \"b\n# c\n # d\ne: f\n",
      "a: |\n  b\n\n\n",
      "a: |\n  b\n  c\n",
      "a: |\n  b\n\n  c\nd: e\n",
      "a: |\n  b\n   \nc: d\n",
      "a: |\n  b\n \n    c\n     \n  \n",
      "a: |\n  b\n  # c\n",
      "a: |-\n  b\n\n  c\n\n",
      "a: |\n  b",
      "a: |-\n  b\n  c",
      "a: |\r\n  b\r\n\r\n  c\r\nd: e\r\n",
      "a: |\n  b\n  \tc\td\n",
      "a: |\n  b\n ",
  });
}

TEST_CASE("folded texts are read plainly") {
  check_plain({
      "a: >\n  b\n",
      "a: >-\n  b\n",
      "a: >\n  b\n  c\n\n  d\n\n\n  e\nf: g\n",
      "a:\n- >-\n b\n c\n- d: >\n     e # f\n     - g\n\n",
      "a: >\r\n  甲\r\n  乙\r\n\r\n  丙\r\n",
      "a: >\n  b  \n  c\n",
  });
}

TEST_CASE("other literal and folded texts are given up") {
  check_given_up({
      "a: >\n  b\n    c\n  d\n",
      "a: >\n  b\n   \n  c\n",
      "a: >\n  b\n  \tc\n",
      "a: >\n\n  b\n",
      "a: >+\n  b\n",
      "a: >2\n  b\n",
      "a: |\n\n  b\n",
      "a: |\n",
      "a: |\nb: c\n",
      "a: |",
      "a: |+\n  b\n",
      "a: |2\n  b\n",
      "a: | # c\n  b\n",
      "a: |\n\tb\n",
      "a: |\n  \tb\n",
      "a: |\n  b\n\tc\n",
      "a: |\n  b\n \tc\n",
      "a: | b\n",
      "a: |\n  b\rc\n",
      "a: |\n  b\n  c\r",
      "| \n",
      "a: |\n    b\n  c: d\n",
      "a: |\n    b\n  # c\n    d\n",
  });
}

TEST_CASE("texts of several lines are read plainly") {
  check_plain({
      "a: b\n  c\n",
      "a: b  \n  c  \n\n\n   d\ne: f\n",
      "a:\n  b\n",
      "a:\n  b\n  c\nd: e\n",
      "a:\n- b\n  c\n",
      "a:\n- b\n\n c\n",
      "a:\n  - b\n    - c\n",
      "a:\n- b: c\n   - d\n   e\n  f: g\n",
      "a: \"b\n  c\"\n",
      "a: 'b\n  c'\n",
      "a: \"b \t\n\n  \n\t c\"\nd: 'e\n'\n",
      "a: \"\n  b\"\n",
      "a: '\n\n  b'' \n  c'\n",
      "a: \"b\r\n  c\"\r\n",
      "a:\n  \"b\"\n",
      "a:\n  'b\n  c'\n",
      "a: b\n  # c\nd: e\n",
  });
}

TEST_CASE("escapes are read plainly") {
  check_plain({
      "a: \"b\\n\"\n",
      "a: \"\\\" \\\\ \\/ \\' \\t \\r \\b \\f \\v \\a \\e \\ \"\n",
      "a: \"\\x41\\u8054\\u5e2d\\U0001F600\\xe9\"\n",
      "a: \"b \\n \n  c\"\n",
      "a: 'b''c'\n",
      "a: ''''\nb: '''c'\nd: 'e'''\n",
      "\"a\\u8054\": b\n'c''d': e\n",
      "a: \"\\ud83d\\uDE00 \\uD842\\udfb7\"\n",
      "a: [\"b\\\"\", 'c''d']\n",
  });
}

TEST_CASE("doubtful texts of several lines and escapes are given up") {
  check_given_up({
      "a: \"b\n",
      "a: 'b\n",
      "a: [b\n  c]\n",
      "\"a\n  b\": c\n",
      "a\n  b: c\n",
      "a: b\n  c: d\n",
      "a: b\n  c # d\n",
      "a: b # c\n  d\n",
      "a: b\n  c\td\n",
      "a: b\n\tc\n",
      "a: b\n  # c\n  d\n",
      "a: \"b\\\n  c\"\n",
      "a: \"b\n\n\"\n",
      "a: \"b\rc\n  d\"\n",
      "a: \"\\q\"\n",
      "a: \"\\u12\"\n",
      "a: \"\\ude00\\ud83d\"\n",
      "a: \"\\ud83d\\\\ude00\"\n",
      "a: \"\\U0000d83d\\U0000de00\"\n",
      "a: \"\\x00\"\n",
      "a: \"\\U00110000\"\n",
      "a: \"b\"\n  c\n",
  });
}

TEST_CASE("lists and mappings between brackets on several lines are read plainly") {
  check_plain({
      "a: [b,\n c]\n",
      "a: {b: c\n}\n",
      "a: [\n  b, # c\n  d\n]\n",
      "a: [b,]\n",
      "a: {b: c,}\n",
      "a: {b: c,\n\n    d: [e,\n f\n],\n  }\ng: h\n",
      "a:\n- [b,\n  c]\n-\n  {d: e}\n",
      "a: [\r\n b\r\n ]\r\n",
  });
}

TEST_CASE("a record that is written otherwise is read alone, and all others plainly") {
  for (const std::string strange :
       {"? b\n    : c", "b: &x c", "b: |+\n      c\n\n", "b: !t c", "b:\tc", "b: \"c\\\n      d\"",
        "b: |2\n      c", "b: [c\n      d]", "? [b]\n    : c"}) {
    for (const std::string after : {"  - d: e\n", "f:\n  - g\n", "", "\n# h\n\n  - d: e\n"}) {
      const std::string bytes = "a:\n  - b: c\n  - " + strange + "\n" + after;
      CAPTURE(bytes);
      CHECK(compare({bytes, Place(1)}).difference.empty());
    }
  }
  CHECK(restarts("a:\n  - b: c\n  - ? b\n    : c\n  - d: e\n") == 0);
  CHECK(restarts("a:\n- b: c\n- d: e\n- b: &x c\n") == 0);
  CHECK(restarts("a:\n  - b: c\n  - b: |+\n      c\nf:\n  - g\n") == 0);
  CHECK(restarts("? a\n:\n  - b\n  - c\n  - d\n") == 1);
}

TEST_CASE("what the format does not have is given up") {
  check_given_up({
      "a: &b c\n",
      "a: *b\n",
      "a: !b c\n",
      "&a b: c\n",
      "!a b: c\n",
      "? a\n: b\n",
      "%YAML 1.2\n---\na: b\n",
      "a: @b\n",
      "a: `b`\n",
      "a: %b\n",
      "a: ? b\n",
      nested(17),
      "~: a\n",
      "null: a\n",
      "NULL: a\n",
      "a:\n- - b\n",
      "a:\n-\n  - b\n",
      "- a\n",
      "[a]\n",
      "{a: b}\n",
      "[a]: b\n",
      "a",
      "",
      "\n",
      "# a\n",
      "---\n",
      "---\n---\na: b\n",
      "--- a: b\n",
      "---\na: b\n---\nc: d\n",
      "... \na: b\n",
      "\uFEFFa: b\n",
  });
}

TEST_CASE("tabs and lone CRs outside of quotes and comments are given up") {
  check_given_up({
      "a:\tb\n",
      "a: \tb\n",
      "a: b\t\n",
      "a: b\tc\n",
      "\ta: b\n",
      "a:\n\tb: c\n",
      "a:\n  - b\n\t\nc: d\n",
      "a: [b,\tc]\n",
      "a\t: b\n",
      "a: \"b\"\t\n",
      "a:\n-\tb\n",
      "a: b\rc: d\n",
      "a: b\r",
      "a: \"b\rc\"\n",
      "a: b # c\rd: e\n",
      "# a\rb: c\n",
      "\ra: b\n",
      "---\t\na: b\n",
  });
}

TEST_CASE("faulty indentation and lines are given up") {
  check_given_up({
      "a: b\n c: d\n",
      " a: b\nc: d\n",
      "a:\n   b: c\n  d: e\n",
      "a:\n  - b\n - c\n",
      "a:\n  b: c\n- d\n",
      "a: b\n- c\n",
      "a:\n- b\n c: d\n",
      "a:\n- b: c\n d: e\n",
      "a: b: c\n",
      "a: b:\n",
      "a: - b\n",
      "a: -\n",
      "a:b\n",
      "a：b\n",
      "a: b\nc\n",
      "a: \"b\" c\n",
      "a: \"b\"#c\n",
      "a: [b] c\n",
      "a: [b]: c\n",
      "\"a\"b: c\n",
      "\"a\" : b\n",
      "a: \"b\": c\n",
      ": a\n",
      "a: :b\n",
      "a: b\n...c: d\n",
      std::string(1001, 'k') + ": v\n",
  });
}

TEST_CASE("doubtful things between brackets are given up") {
  check_given_up({
      "a: [,b]\n",      "a: [b,,c]\n",      "a: [b: c]\n",
      "a: {b}\n",       "a: {b, c: d}\n",   "a: {b: }\n",
      "a: {b:}\n",      "a: {b: , c: d}\n", "a: {: b}\n",
      "a: {b: c: d}\n", "a: [b?]\n",        "a: [?b]\n",
      "a: [b, #c]\n",   "a: [b #c]\n",      "a: [\"b\"c]\n",
      "a: [\"b\":c]\n", "a: {\"b\":c}\n",   "a: {b:\"c\"}\n",
      "a: [b[c]]\n",    "a: [b{c}]\n",      "a: [b]]\n",
      "a: [b}\n",       "a: [b\n",          "a: {b: c\n",
      "a: [- b]\n",     "a: [-]\n",         "a: {~: b}\n",
      "a: {null: b}\n", "a: {- b: c}\n",    "a: {served: 1,200余}\n",
      "a: [&b c]\n",    "a: [!b c]\n",      "a: [*b]\n",
      "a: [|]\n",       "a: {[b]: c}\n",
  });
}

TEST_CASE("the fuzzer's seeds and its first inputs are read alike") {
  const lianxi::fuzz::Inputs inputs(20170920);
  Tally tally;
  for (const std::string& file : inputs.files()) tally.add_file(file);
  CHECK(tally.plain >= 7);
  for (std::uint64_t number = 0; number < 20'000; ++number) tally.add_file(inputs[number].bytes);
  CHECK_MESSAGE(tally.differences == 0, tally.first_difference);
  CHECK(tally.plain > tally.documents / 10);
}

}  // namespace plain_reader_test
