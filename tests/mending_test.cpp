// What mending makes of each slip of the hand, to the byte. tests/fix/ does the same to
// random books.
#include <algorithm>
#include <doctest/doctest.h>
#include <random>

#include <lianxi/book/book.hpp>
#include <lianxi/book/mending.hpp>

#include "mending_slips.hpp"

namespace mending_test {

using namespace lianxi;

namespace {

/// The file after mending; "" where nothing was mended.
std::string mended(const std::string& bytes) {
  const auto file = mend({"x.yaml", bytes, {}});
  return file ? file->bytes : "";
}

/// Text in units of that many bytes.
std::string in_units(std::u32string_view text, int size, bool little) {
  std::string out;
  for (const char32_t c : text)
    for (int i = 0; i < size; ++i)
      out += char(std::uint32_t(c) >> 8 * (little ? i : size - 1 - i) & 0xFF);
  return out;
}

std::string encoding_of(const std::string& bytes) {
  const auto file = mend({"x.yaml", bytes, {}});
  return file ? file->encoding : "";
}

}  // namespace

TEST_CASE("each slip is mended where it is certain, and nothing else changes") {
  for (const MadeSlip& slip : slips) {
    CAPTURE(slip.what);
    CHECK(mended(slip.before) == slip.after);
  }
}

TEST_CASE("what was mended is not mended again") {
  for (const MadeSlip& slip : slips) {
    CAPTURE(slip.what);
    if (*slip.after) CHECK(mended(mended(slip.before)) == "");
  }
}

TEST_CASE("UTF-16 and UTF-32 become UTF-8, whatever the order of bytes and the mark") {
  const std::u32string text = U"单位:\n  - {编号: c, 名称: 一上丙　}\n";
  const std::string utf8 = "单位:\n  - {编号: c, 名称: 一上丙\u3000}\n";
  for (const int size : {2, 4})
    for (const bool little : {true, false}) {
      CAPTURE(size);
      CAPTURE(little);
      CHECK(mended(in_units(text, size, little)) == utf8);
      CHECK(mended(in_units(U"\uFEFF" + text, size, little)) == utf8);
    }
  CHECK(encoding_of(in_units(text, 2, true)) == "UTF-16LE");
  CHECK(encoding_of(in_units(text, 2, false)) == "UTF-16BE");
  CHECK(encoding_of(in_units(text, 4, false)) == "UTF-32BE");
  CHECK(encoding_of(in_units(U"\uFEFF" + text, 2, false)) == "UTF-16");
  CHECK(encoding_of(in_units(U"\uFEFF" + text, 4, true)) == "UTF-32");
}

TEST_CASE("GB18030 becomes UTF-8 where it is certain") {
  // 单位 编号 名称 站管办, by iconv.
  const std::string gb =
      "\xB5\xA5\xCE\xBB:\n  - {\xB1\xE0\xBA\xC5: c, \xC3\xFB\xB3\xC6: \xD5\xBE\xB9\xDC\xB0\xEC}\n";
  const std::string utf8 = "单位:\n  - {编号: c, 名称: 站管办}\n";
  CHECK(mended(gb) == utf8);
  // A line of it in a file of UTF-8; Big5; Latin 1; a document that stays unreadable.
  CHECK(mended(utf8 + "# \xD5\xBE\xB9\xDC\n") == "");
  CHECK(mended("units: [{id: c, name: \xC1\x70\xB7\xF9\xB8\x67\xC5\xE7}]\n") == "");
  CHECK(mended("units: [{id: c, name: M\xFCller}]\n") == "");
  CHECK(mended(gb + "  - \"x\n") == "");
}

TEST_CASE("each fault that was mended is told with its line") {
  const auto file = mend({"x.yaml", "# 注\n单位:\n  - {编号：c, 名称: C}\n---\n单畏: []\n", {}});
  REQUIRE(file);
  REQUIRE(file->mends.size() == 2);
  CHECK(file->mends[0].line == 3);
  CHECK(file->mends[0].what.en.starts_with("a full-width colon “：” after a key"));
  CHECK(file->mends[1].line == 5);
  CHECK(file->before != file->bytes);
}

TEST_CASE("a file that cannot be read, and one without faults, are left") {
  CHECK_FALSE(mend({"x.yaml", "", say({"no permission to read it", "没有读取权限"})}));
  CHECK_FALSE(mend({"x.yaml", "", {}}));
  CHECK_FALSE(mend({"x.yaml", "单位: [{编号: c, 名称: “丙”，【x】}]\n", {}}));
}

TEST_CASE("a slip in each of many lines is mended in bounded time") {
  std::string before = "单位:\n", after = before;
  for (int i = 0; i < 300; ++i) {
    before += fmt::format("  - 编号：u{0}\n    名称：单位{0}\n", i);
    after += fmt::format("  - 编号: u{0}\n    名称: 单位{0}\n", i);
  }
  CHECK(mended(before) == after);
}

TEST_CASE("whatever is written, mending ends, is done at once, and keeps every line") {
  constexpr std::string_view signs[] = {
      "单位", "编号", "名称", "会议", "a",  "b", "：", "：", ": ", ":",      "，",     ", ", "、",
      "“",    "”",    "＂",   "「",   "」", "‘", "’",  "\"", "'",  "［",     "］",     "【", "】",
      "｛",   "｝",   "[",    "]",    "{",  "}", "－", "—",  "- ", "-",      "\u3000", " ",  "  ",
      "\t",   "\n",   "\n  ", "\n- ", "|",  ">", "#",  "@",  "\\", "\u00A0", "1,200",  "\r", "---",
  };
  std::mt19937 random(20170930);
  for (int i = 0; i < 4000; ++i) {
    std::string text = random() % 2 ? "单位:\n  - 编号: c\n    名称: x\n" : "";
    for (auto n = random() % 25; n > 0; --n) text += signs[random() % std::size(signs)];
    CAPTURE(text);
    const auto file = mend({"x.yaml", text, {}});
    if (!file) continue;
    CHECK(std::ranges::count(file->bytes, '\n') == std::ranges::count(text, '\n'));
    CHECK(mended(file->bytes) == "");
    // Letters are neither made nor lost, but for those of a misspelt key or word.
    CHECK(std::ranges::count(file->bytes, 'a') == std::ranges::count(text, 'a'));
  }
}

}  // namespace mending_test
